package org.wirelathe.lab;

import java.util.Locale;
import java.util.Optional;
import org.wirelathe.api.probe.Stage;
import org.wirelathe.model.Lab;
import org.wirelathe.model.Quantity;

/**
 * What is waited for: a run stands still after the event by which it has come to be so. Each kind prints as
 * {@link #parse} reads it.
 */
public sealed interface Watch {
    /**
     * Reads {@code bob eth0 rxNoBuffer >= 1}, {@code alice cwnd < 20000}, {@code drop at r1 rxNoBuffer},
     * {@code queue at r1 eth1 of udp port 53}, {@code journal: swap}, {@code at 2.5 s}. A value may have a unit:
     * {@code 64 KiB}, {@code 30 ms}.
     *
     * @throws IllegalArgumentException with a sentence, when it is something else
     */
    static Watch parse(String text) {
        return new WatchText(text).read();
    }

    /** On which node; empty for any. */
    String node();

    /**
     * Looks whether that can come in a run of a lab, as far as the lab alone tells; {@link LabRun#check} knows more.
     *
     * @throws IllegalArgumentException with a sentence, when it cannot
     */
    default void checkFor(Lab lab) {
        WatchText.check(this, lab);
    }

    /**
     * A counter reaches a value.
     *
     * @param node whose counter
     * @param place where on the node, e.g. {@code eth0}
     * @param counter its name
     * @param least the value
     */
    record CounterReaches(String node, String place, String counter, long least) implements Watch {
        @Override
        public String toString() {
            return node + " " + place + " " + counter + " >= " + least;
        }
    }

    /**
     * A gauge of a connection reaches a value, or falls below it.
     *
     * @param node whose end of the connection
     * @param flow the connection, as {@code 10.0.1.1:49152>10.0.2.1:5001}; empty for the first one of the node
     * @param gauge its name: {@code cwnd}, {@code srtt}, {@code inFlight}
     * @param below whether the gauge is to fall below the value, rather than to reach it
     * @param value in the gauge's unit
     */
    record GaugePasses(String node, String flow, String gauge, boolean below, long value) implements Watch {
        @Override
        public String toString() {
            return node + " " + (flow.isEmpty() ? "" : flow + " ") + gauge + (below ? " < " : " >= ") + value;
        }
    }

    /**
     * A packet comes to a stage; only in a run with {@link RunOptions#probes}.
     *
     * @param stage any but {@link Stage#WIRE}, of which is told only when a frame has arrived
     * @param node where; empty for any node
     * @param place the part of the node, or the reason of a drop; empty for any
     * @param filter which frames, as pcap-filter(7) writes it; only with stages from {@link Stage#QUEUE} to
     *        {@link Stage#SOFTIRQ}
     */
    record AtStage(Stage stage, String node, String place, Optional<String> filter) implements Watch {
        @Override
        public String toString() {
            return stage.name().toLowerCase(Locale.ROOT) + (node.isEmpty() ? "" : " at " + node)
                    + (place.isEmpty() ? "" : " " + place) + filter.map(text -> " of " + text).orElse("");
        }
    }

    /**
     * Something is written in the journal.
     *
     * @param kind what, in a word, as in {@link JournalEntry#kind}
     */
    record Journalled(String kind) implements Watch {
        @Override
        public String node() {
            return "";
        }

        @Override
        public String toString() {
            return "journal: " + kind;
        }
    }

    /**
     * A time: the run stands still after every event of it, as with {@link LabRun#runUntil}.
     *
     * @param time ns of virtual time, more than 0
     */
    record At(long time) implements Watch {
        @Override
        public String node() {
            return "";
        }

        @Override
        public String toString() {
            return "at " + Quantity.TIME.format(time);
        }
    }
}
