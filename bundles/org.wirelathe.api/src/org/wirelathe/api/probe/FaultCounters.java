package org.wirelathe.api.probe;

import java.util.Locale;

import org.wirelathe.wire.Fault;

/** One drop counter per {@link Fault}, e.g. {@code inChecksum}, {@code inHeaderLength}. */
public final class FaultCounters {
    private final Counter[] byFault;

    /** @param prefix what the names begin with, e.g. {@code in} */
    public FaultCounters(Counters counters, String place, String prefix) {
        Fault[] faults = Fault.values();
        byFault = new Counter[faults.length];
        for (Fault fault : faults) {
            if (fault != Fault.NONE) {
                byFault[fault.ordinal()] = counters.drop(place, prefix + camelCase(fault.name()));
            }
        }
    }

    /** Counts a packet dropped for that fault, which is not {@link Fault#NONE}. */
    public void count(Fault fault) {
        byFault[fault.ordinal()].increment();
    }

    /** The counter of that fault, which is not {@link Fault#NONE}. */
    public Counter of(Fault fault) {
        return byFault[fault.ordinal()];
    }

    private static String camelCase(String name) {
        StringBuilder text = new StringBuilder();
        for (String word : name.split("_")) {
            text.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return text.toString();
    }
}
