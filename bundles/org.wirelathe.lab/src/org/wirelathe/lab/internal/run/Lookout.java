package org.wirelathe.lab.internal.run;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Gauges;
import org.wirelathe.api.probe.Probes;
import org.wirelathe.api.probe.Stage;
import org.wirelathe.api.transport.Connection;
import org.wirelathe.lab.Watch;
import org.wirelathe.lab.internal.build.BuiltNode;
import org.wirelathe.wire.filter.FrameFilter;

/** Looks after each event whether what is waited for has come; on the loop, where looking changes nothing. */
abstract class Lookout {
    private final Watch watch;

    Lookout(Watch watch) {
        this.watch = watch;
    }

    Watch watch() {
        return watch;
    }

    /** From here on. */
    abstract void begin();

    /** Whether it has come by the event that has just been handled. */
    abstract boolean came();

    /** How it stands with what is watched, in words. */
    abstract String found();

    /** Something that can be so for a while: it comes when it was not so before. */
    abstract static class Level extends Lookout {
        private boolean held;

        Level(Watch watch) {
            super(watch);
        }

        abstract boolean holds();

        @Override
        void begin() {
            held = holds();
        }

        @Override
        boolean came() {
            boolean before = held;
            held = holds();
            return held && !before;
        }
    }

    /** A counter. */
    static final class OfCounter extends Level {
        private final Watch.CounterReaches watch;
        private final BuiltNode node;

        OfCounter(Watch.CounterReaches watch, BuiltNode node) {
            super(watch);
            this.watch = watch;
            this.node = node;
        }

        @Override
        boolean holds() {
            return node.counters().value(watch.place(), watch.counter()) >= watch.least();
        }

        @Override
        String found() {
            return watch.counter() + " is " + node.counters().value(watch.place(), watch.counter());
        }
    }

    /** A gauge of a connection; one that is not known yet is neither above nor below. */
    static final class OfGauge extends Level implements Gauges {
        private final Watch.GaugePasses watch;
        private final BuiltNode node;
        private Connection chosen;
        private boolean holds;
        private long value;

        OfGauge(Watch.GaugePasses watch, BuiltNode node) {
            super(watch);
            this.watch = watch;
            this.node = node;
        }

        @Override
        boolean holds() {
            holds = false;
            Connection connection = connection();
            if (connection != null) {
                connection.gauges(this);
            }
            return holds;
        }

        private Connection connection() {
            for (Connection connection : node.transport().connections()) {
                if (connection == chosen || watch.flow().isEmpty()
                        || watch.flow().equals(flow(connection))) {
                    chosen = connection;
                    return connection;
                }
            }
            return null;
        }

        private static String flow(Connection connection) {
            return connection.local() + ">" + connection.remote();
        }

        @Override
        String found() {
            return watch.gauge() + " is " + value + " at " + flow(chosen);
        }

        @Override
        public void gauge(String name, long now) {
            if (name.equals(watch.gauge()) && now >= 0 && now != Long.MAX_VALUE) {
                value = now;
                holds = watch.below() ? now < watch.value() : now >= watch.value();
            }
        }
    }

    /** Something that happens in a moment. */
    static final class OfMoment extends Lookout {
        private boolean happened;
        private String found = "";

        OfMoment(Watch watch) {
            super(watch);
        }

        /** @param what in words; of several in one event the first is kept */
        void happened(String what) {
            if (!happened) {
                found = what;
            }
            happened = true;
        }

        @Override
        String found() {
            return found;
        }

        @Override
        void begin() {
            happened = false;
        }

        @Override
        boolean came() {
            boolean came = happened;
            happened = false;
            return came;
        }
    }

    /** Hears of stages for a lookout. */
    static final class Ear extends Probes {
        private final Watch.AtStage watch;
        private final FrameFilter filter;
        private final OfMoment lookout;

        /** @param filter {@code null} for every packet */
        Ear(Watch.AtStage watch, FrameFilter filter, OfMoment lookout) {
            super(true);
            this.watch = watch;
            this.filter = filter;
            this.lookout = lookout;
        }

        @Override
        public void packet(Stage stage, String node, String place, Packet packet) {
            if (meant(stage, node, place)
                    && (filter == null || filter.matches(packet.bytes, packet.head, packet.tail))) {
                lookout.happened("packet " + packet.id + " of " + (packet.tail - packet.head) + " bytes at " + node
                        + ' ' + place);
            }
        }

        @Override
        public void stream(Stage stage, String node, String flow, long from, long to, long packet) {
            if (filter == null && meant(stage, node, "")) {
                lookout.happened("bytes " + from + " to " + (to - 1) + " of " + flow + " at " + node);
            }
        }

        private boolean meant(Stage stage, String node, String place) {
            return stage == watch.stage() && (watch.node().isEmpty() || watch.node().equals(node))
                    && (watch.place().isEmpty() || watch.place().equals(place));
        }
    }
}
