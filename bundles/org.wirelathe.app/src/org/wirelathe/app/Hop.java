package org.wirelathe.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirelathe.wire.IpAddress;

/** What the probes with one hop limit have brought. */
final class Hop {
    /**
     * One probe.
     *
     * @param address who answered; {@code null} when nobody did
     * @param time ns until the answer came
     * @param mark what the answer says beside "too far", as traceroute writes it; empty for nothing
     */
    private record Probe(IpAddress address, long time, String mark) {
    }

    private final int number;
    private final List<Probe> probes = new ArrayList<>();

    Hop(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    int asked() {
        return probes.size();
    }

    void answered(IpAddress by, long time, String mark) {
        probes.add(new Probe(by, time, mark));
    }

    void silent() {
        probes.add(new Probe(null, 0, ""));
    }

    /** The time of the last answer, ns; 0 when there was none. */
    long lastTime() {
        long time = 0;
        for (Probe probe : probes) {
            time = probe.address == null ? time : probe.time;
        }
        return time;
    }

    /** Who answered first, or {@code *}. */
    String address() {
        for (Probe probe : probes) {
            if (probe.address != null) {
                return probe.address.toString();
            }
        }
        return "*";
    }

    /** As traceroute prints it: {@code  2  10.0.2.9  2.034 ms  2.030 ms !H *}; an address where it is a new one. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(number < 10 ? " " : "").append(number).append(' ');
        IpAddress before = null;
        for (Probe probe : probes) {
            if (probe.address == null) {
                text.append(" *");
                continue;
            }
            if (!probe.address.equals(before)) {
                text.append(' ').append(probe.address);
                before = probe.address;
            }
            text.append("  ").append(Texts.time(probe.time)).append(probe.mark.isEmpty() ? "" : " " + probe.mark);
        }
        return text.toString().stripTrailing();
    }

    /** A row of the result file: hop, address, and of each probe address, seconds and mark. */
    Map<String, Object> row() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("hop", number);
        row.put("address", address());
        List<Object> each = new ArrayList<>();
        for (Probe probe : probes) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("address", probe.address == null ? null : probe.address.toString());
            one.put("rtt", probe.address == null ? null : Texts.seconds(probe.time));
            one.put("mark", probe.mark);
            each.add(one);
        }
        row.put("probes", each);
        return row;
    }
}
