package org.wirelathe.lab.internal.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.wirelathe.api.transport.ConnectionReport;
import org.wirelathe.lab.RunResult;
import org.wirelathe.lab.RunResult.App;
import org.wirelathe.lab.RunResult.CableTraffic;
import org.wirelathe.lab.RunResult.Drop;
import org.wirelathe.lab.RunResult.Flow;
import org.wirelathe.lab.RunResult.InterfaceTraffic;
import org.wirelathe.lab.RunResult.Line;
import org.wirelathe.lab.RunResult.Transfer;
import org.wirelathe.lab.Snapshot.CounterRow;
import org.wirelathe.lab.internal.record.JournalLog;
import org.wirelathe.lab.internal.record.Seconds;

/** {@code result.json}; docs/results.md says what each key means. */
final class ResultJson {
    private ResultJson() {
    }

    static Map<String, Object> of(RunResult result, List<String> arguments) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("lab", result.lab());
        json.put("source", result.source());
        json.put("arguments", arguments);
        json.put("seed", result.seed());
        json.put("ok", result.ok());
        json.put("ending", result.ending().name().toLowerCase(Locale.ROOT));
        json.put("failure", result.failure().orElse(null));
        json.put("digest", result.digest());
        json.put("virtualTime", seconds(result.virtualTime()));
        json.put("events", result.events());
        json.put("frames", result.frames());
        json.put("dataPackets", result.dataPackets());
        json.put("flows", list(result.flows(), ResultJson::flow));
        json.put("apps", list(result.apps(), ResultJson::app));
        json.put("transfers", list(result.transfers(), ResultJson::transfer));
        json.put("swaps", list(result.swaps(), JournalLog::json));
        json.put("drops", list(result.drops(), ResultJson::drop));
        json.put("cables", list(result.cables(), ResultJson::cable));
        json.put("interfaces", list(result.interfaces(), ResultJson::iface));
        json.put("counters", counters(result.counters()));
        json.put("cost", cost(result));
        json.put("versions", result.versions());
        return json;
    }

    private static Map<String, Object> flow(Flow flow) {
        ConnectionReport report = flow.report();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("node", flow.node());
        json.put("peer", flow.peer().isEmpty() ? null : flow.peer());
        json.put("local", report.local().toString());
        json.put("remote", report.remote().toString());
        json.put("state", report.state().name());
        json.put("congestion", report.congestion());
        json.put("bytes", report.bytesAcked());
        json.put("received", flow.received() < 0 ? null : flow.received());
        json.put("goodput", flow.goodput());
        json.put("dataSegments", report.dataSegments());
        json.put("retransmits", report.retransmits());
        json.put("fastRetransmits", report.fastRetransmits());
        json.put("timeouts", report.timeouts());
        json.put("smoothedRtt", seconds(report.smoothedRtt()));
        json.put("minRtt", seconds(report.minRtt()));
        json.put("establishedAt", seconds(report.establishedAt()));
        json.put("lastActivity", seconds(report.lastActivity()));
        return json;
    }

    private static Map<String, Object> app(App app) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("on", app.on());
        json.put("run", app.run());
        json.put("ok", app.result().ok());
        json.put("summary", app.result().summary());
        json.putAll(app.result().values());
        return json;
    }

    private static Map<String, Object> transfer(Transfer transfer) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("from", transfer.from());
        json.put("to", transfer.to());
        json.put("sentBytes", transfer.sentBytes());
        json.put("receivedBytes", transfer.receivedBytes());
        json.put("sentSha256", transfer.sentSha256());
        json.put("receivedSha256", transfer.receivedSha256());
        json.put("equal", transfer.equal());
        return json;
    }

    private static Map<String, Object> drop(Drop drop) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("node", drop.node());
        json.put("place", drop.place());
        json.put("reason", drop.reason());
        json.put("packets", drop.packets());
        return json;
    }

    private static Map<String, Object> cable(CableTraffic cable) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("a", cable.a().toString());
        json.put("b", cable.b().toString());
        json.put("there", line(cable.there()));
        json.put("back", line(cable.back()));
        return json;
    }

    private static Map<String, Object> line(Line line) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("frames", line.frames());
        json.put("bytes", line.bytes());
        json.put("lost", line.lost());
        json.put("digest", line.digest());
        return json;
    }

    private static Map<String, Object> iface(InterfaceTraffic traffic) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("interface", traffic.port().toString());
        json.put("arrived", traffic.arrived());
        json.put("delivered", traffic.delivered());
        json.put("dropped", traffic.dropped());
        json.put("control", traffic.control());
        json.put("held", traffic.held());
        json.put("sent", traffic.sent());
        json.put("interrupts", traffic.interrupts());
        return json;
    }

    /** By node, then by place. */
    private static Map<String, Map<String, Map<String, Long>>> counters(List<CounterRow> rows) {
        Map<String, Map<String, Map<String, Long>>> json = new LinkedHashMap<>();
        for (CounterRow row : rows) {
            json.computeIfAbsent(row.node(), node -> new LinkedHashMap<>())
                    .computeIfAbsent(row.place(), place -> new LinkedHashMap<>())
                    .merge(row.name(), row.value(), Long::sum);
        }
        return json;
    }

    private static Map<String, Object> cost(RunResult result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("wallTime", seconds(result.cost().wallTime()));
        json.put("runThreadCpuTime", seconds(result.cost().cpuTime()));
        json.put("dataPacketsPerCpuSecond", result.dataPacketsPerCpuSecond());
        json.put("allocatedBytes", result.cost().allocated());
        json.put("allocatedBytesPerDataPacket", Math.round(result.bytesPerDataPacket() * 100) / 100.0);
        return json;
    }

    /** A time; what was never measured is {@code null}. */
    private static Json.Raw seconds(long nanos) {
        return nanos < 0 ? null : new Json.Raw(Seconds.text(nanos));
    }

    private static <T> List<Object> list(List<T> items, Function<T, Map<String, Object>> json) {
        List<Object> list = new ArrayList<>();
        items.forEach(item -> list.add(json.apply(item)));
        return list;
    }
}
