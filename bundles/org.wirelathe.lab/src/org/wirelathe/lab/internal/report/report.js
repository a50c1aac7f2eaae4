// Values under the pointer, in every chart at once. The page is complete without it. Written without the two characters
// that XML keeps for itself.
(function () {
  var area = document.getElementById("charts");
  var left = +area.dataset.left, width = +area.dataset.width, wide = +area.dataset.wide;
  var scales = {
    TIME: [[1e9, " s"], [1e6, " ms"], [1e3, " µs"], [1, " ns"]],
    SIZE: [[1073741824, " GiB"], [1048576, " MiB"], [1024, " KiB"], [1, " B"]],
    RATE: [[1e9, " Gbit/s"], [1e6, " Mbit/s"], [1e3, " kbit/s"], [1, " bit/s"]],
    COUNT: [[1, ""]]
  };
  var charts = Array.from(area.querySelectorAll("figure.chart"), function (figure) {
    var svg = figure.querySelector("svg");
    var cursor = document.createElementNS(svg.namespaceURI, "path");
    cursor.setAttribute("class", "cursor");
    svg.appendChild(cursor);
    return {
      figure: figure, plot: figure.querySelector(".plot"), cursor: cursor, curves: null,
      end: +figure.dataset.end, top: +figure.dataset.top, height: +figure.dataset.height,
      scale: scales[figure.dataset.quantity],
      outputs: Array.from(figure.querySelectorAll("output"))
    };
  });

  function curves(chart) {
    chart.curves = chart.curves || Array.from(chart.figure.querySelectorAll("path.line"), function (path) {
      var numbers = (path.getAttribute("d").match(/-?[\d.]+/g) || []).map(Number);
      return { entry: +path.dataset.entry, numbers: numbers };
    });
    return chart.curves;
  }

  function say(value, scale) {
    var unit = scale.find(function (u) { return value >= u[0]; }) || scale[scale.length - 1];
    var number = value / unit[0];
    return (scale.length === 1 ? Math.round(number) : +number.toPrecision(3)) + unit[1];
  }

  // The value of a curve at a place, between its points; null before its first and after its last.
  function at(numbers, x) {
    var low = 0, high = numbers.length / 2 - 1;
    if (0 > high || numbers[0] > x || x > numbers[2 * high]) { return null; }
    while (high - low > 1) {
      var middle = (low + high) >> 1;
      if (numbers[2 * middle] > x) { high = middle; } else { low = middle; }
    }
    var span = numbers[2 * high] - numbers[2 * low];
    var part = span > 0 ? (x - numbers[2 * low]) / span : 1;
    return numbers[2 * low + 1] + part * (numbers[2 * high + 1] - numbers[2 * low + 1]);
  }

  function show(x) {
    charts.forEach(function (chart) {
      var texts = chart.outputs.map(function () { return []; });
      curves(chart).forEach(function (curve) {
        var y = at(curve.numbers, x);
        if (y !== null) {
          texts[curve.entry].unshift(say(Math.max(0, (chart.height - y) / chart.height * chart.top), chart.scale));
        }
      });
      chart.outputs.forEach(function (output, i) { output.textContent = texts[i].join(" / "); });
      chart.cursor.setAttribute("d", "M" + (left + x) + ",4v" + (chart.height + 16));
      chart.figure.querySelector("figcaption").dataset.time = (x / width * chart.end / 1e9).toFixed(3) + " s";
    });
  }

  function hide() {
    charts.forEach(function (chart) {
      chart.outputs.forEach(function (output) { output.textContent = ""; });
      chart.cursor.removeAttribute("d");
      delete chart.figure.querySelector("figcaption").dataset.time;
    });
  }

  charts.forEach(function (chart) {
    chart.plot.addEventListener("pointermove", function (event) {
      var box = chart.plot.firstElementChild.getBoundingClientRect();
      var x = (event.clientX - box.left) / box.width * wide - left;
      if (x >= 0 ? width >= x : false) { show(x); } else { hide(); }
    });
    chart.plot.addEventListener("pointerleave", hide);
  });
}());
