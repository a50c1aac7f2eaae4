package org.wirelathe.lab.internal.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wirelathe.lab.JournalEntry;
import org.wirelathe.lab.RunResult.Flow;
import org.wirelathe.lab.Series;
import org.wirelathe.lab.Series.Points;
import org.wirelathe.lab.Series.Track;
import org.wirelathe.lab.internal.report.Chart.Entry;
import org.wirelathe.lab.internal.report.Chart.Line;

/** Which curves are drawn: those of the first flows, and the queues that were ever used. */
final class Charts {
    private static final int MOST_QUEUES = 8;
    /** Names that disciplines give, each a chart; more are in series.csv. */
    private static final int MOST_GAUGES = 16;
    /** What an interface has, whatever the discipline in front of it. */
    private static final Set<String> OF_CARDS = Set.of("backlog", "queue", "txRing", "rxRing", "cardBuffer",
            "queueBytes");

    private final Series series;
    private final DrawnFlows flows;

    Charts(Series series, DrawnFlows flows) {
        this.series = series;
        this.flows = flows;
    }

    void append(Markup page, long end, List<JournalEntry> journal) {
        Axis time = Chart.time(end);
        Marks marks = new Marks(journal, time);
        List<Chart> charts = new ArrayList<>();
        charts.add(ofFlows("cwnd", "Congestion window", "solid: cwnd, dashed: ssthresh", Quantity.SIZE, "ssthresh"));
        charts.add(ofFlows("srtt", "Round-trip time", "smoothed, as TCP estimates it (SRTT)", Quantity.TIME, ""));
        charts.add(ofFlows("inFlight", "Bytes in flight", "sent, not acknowledged, not held for lost", Quantity.SIZE,
                ""));
        charts.add(averaged(ofFlows("throughput", "Throughput", "acknowledged", Quantity.RATE, ""), end));
        charts.add(ofQueues("backlog", "Queue backlog", "frames waiting at an interface", Quantity.COUNT));
        charts.add(ofQueues("rxRing", "Receive ring", "frames that a card has written and the driver has not taken",
                Quantity.COUNT));
        charts.add(ofQueues("cardBuffer", "Card memory", "frames that wait in a card for a buffer of the host's",
                Quantity.SIZE));
        charts.add(ofQueues("queueBytes", "Queue length", "bytes that wait at an interface, its rings left out",
                Quantity.SIZE));
        for (Track gauge : gaugesOfQueues()) {
            charts.add(ofQueues("gauge" + gauge.id(), gauge.name(), "Queue: " + gauge.name(),
                    "a gauge of the queue discipline", quantity(gauge)));
        }
        charts.removeIf(chart -> chart.entries().isEmpty());

        page.tags("<section id=\"charts\" data-left=\"").number(Chart.LEFT).tags("\" data-width=\"").number(Chart.WIDTH)
                .tags("\" data-wide=\"").number(Chart.WIDE).tags("\">\n<h2>Curves</h2>\n");
        if (charts.isEmpty()) {
            page.tags("<p class=\"none\">Nothing was sampled that could be drawn.</p>\n");
        }
        if (flows.left() > 0) {
            page.tags("<p>Drawn are the first ").number(flows.flows().size()).tags(" flows; ").number(flows.left())
                    .tags(" more are in <a href=\"series.csv\">series.csv</a>.</p>\n");
        }
        charts.forEach(chart -> chart.append(page, time, marks));
        page.tags("</section>\n");
    }

    private Chart ofFlows(String name, String title, String hint, Quantity quantity, String companion) {
        List<Entry> entries = new ArrayList<>();
        for (Flow flow : flows.flows()) {
            List<Line> lines = new ArrayList<>();
            for (Track track : flows.tracks(flow, name)) {
                lines.add(new Line(false, series.points(track, 0)));
            }
            if (lines.isEmpty()) {
                continue;
            }
            for (Track track : flows.tracks(flow, companion)) {
                lines.add(new Line(true, series.points(track, 0)));
            }
            entries.add(new Entry(DrawnFlows.name(flow), flows.colour(flow), lines));
        }
        return new Chart(name, title, hint, quantity, entries);
    }

    private static Chart averaged(Chart chart, long end) {
        long span = Averages.span(end);
        boolean all = true;
        List<Entry> entries = new ArrayList<>();
        for (Entry entry : chart.entries()) {
            List<Line> lines = new ArrayList<>();
            for (Line line : entry.lines()) {
                Points mean = Averages.of(line.points(), span);
                all &= mean != line.points();
                lines.add(new Line(line.dashed(), mean));
            }
            entries.add(new Entry(entry.name(), entry.colour(), lines));
        }
        String hint = chart.hint() + (all ? ", mean of each " + Quantity.TIME.text(span) : ", from sample to sample");
        return new Chart(chart.id(), chart.title(), hint, chart.quantity(), entries);
    }

    private Chart ofQueues(String name, String title, String hint, Quantity quantity) {
        return ofQueues(name, name, title, hint, quantity);
    }

    /** @param id of the page's own making: a plug-in's name may hold anything */
    private Chart ofQueues(String id, String name, String title, String hint, Quantity quantity) {
        List<Entry> queues = queues(name);
        int more = Math.max(0, queues.size() - MOST_QUEUES);
        return new Chart(id, title, hint + (more == 0 ? ""
                : "; the " + MOST_QUEUES + " longest, " + more + " more in series.csv"), quantity,
                queues.subList(0, queues.size() - more));
    }

    /** One track of each name that disciplines gave to their gauges. */
    private List<Track> gaugesOfQueues() {
        Map<String, Track> gauges = new LinkedHashMap<>();
        for (Track track : series.tracks()) {
            if (!track.node().isEmpty() && track.flow().indexOf('>') < 0 && !OF_CARDS.contains(track.name())) {
                gauges.putIfAbsent(track.name(), track);
            }
        }
        return gauges.values().stream().limit(MOST_GAUGES).toList();
    }

    private static Quantity quantity(Track track) {
        return switch (track.unit()) {
            case "B" -> Quantity.SIZE;
            case "ns" -> Quantity.TIME;
            default -> Quantity.COUNT;
        };
    }

    /** Interfaces at which anything ever waited, the longest queue first; not more are kept than are drawn. */
    private List<Entry> queues(String name) {
        record Queue(Track track, Line line, long greatest) {
        }
        List<Queue> queues = new ArrayList<>();
        for (Track track : series.tracks()) {
            if (track.name().equals(name)) {
                Points points = series.points(track, 0);
                Line line = new Line(false, points);
                long greatest = line.greatest();
                if (greatest > 0) {
                    queues.add(new Queue(track, line, greatest));
                }
            }
        }
        queues.sort(Comparator.comparingLong(Queue::greatest).reversed());
        List<Entry> entries = new ArrayList<>();
        for (Queue queue : queues) {
            entries.add(new Entry(queue.track().node() + ':' + queue.track().flow(), entries.size() % MOST_QUEUES,
                    List.of(queue.line())));
        }
        return entries;
    }
}
