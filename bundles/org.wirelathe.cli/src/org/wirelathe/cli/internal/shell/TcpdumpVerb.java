package org.wirelathe.cli.internal.shell;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Probes;
import org.wirelathe.api.probe.Stage;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.cli.internal.UsageException;
import org.wirelathe.lab.LabRun;
import org.wirelathe.wire.filter.FilterException;
import org.wirelathe.wire.filter.FrameFilter;

/** {@code tcpdump}: one line per frame that an interface sends or receives, while the run goes on. */
final class TcpdumpVerb {
    private static final String USAGE = "NODE:IF [FILTER] [count N] [until T | while COMMAND]";
    private static final List<String> ENDS = List.of("count", "until", "while");
    private static final int MOST_FRAMES = 999_999_999;
    private static final long SECOND = 1_000_000_000;

    private final ShellLab lab;
    private final Runner runner;

    /** Does a line of the shell. */
    interface Runner {
        void run(List<String> words, Verb.Io io) throws UsageException, InterruptedException;
    }

    /** @param runner for the command behind {@code while} */
    TcpdumpVerb(ShellLab lab, Runner runner) {
        this.lab = lab;
        this.runner = runner;
    }

    Verb verb() {
        return new Verb("tcpdump", USAGE, "lets the run go on and prints a line per frame that the filter means, until N"
                + " have come, to time T, or while another command lets it go on", this::perform,
                before -> before.isEmpty() ? lab.ports() : ENDS);
    }

    private void perform(Words words, Verb.Io io) throws UsageException, InterruptedException {
        String port = ShellLab.known("interface", words.next("NODE:IF"), known());
        FrameFilter filter = filter(words.until(ENDS));
        int most = words.take("count") ? words.number("count", 1, MOST_FRAMES) : MOST_FRAMES;
        long until = words.take("until") ? DrivingVerbs.time(words.until(List.of())) : -1;
        List<String> command = words.take("while") ? List.of(words.rest().split(" ")) : List.of();
        words.end();
        if (!command.isEmpty() && command.getFirst().isEmpty()) {
            throw words.wrong("the command behind 'while' is missing");
        }
        LabRun run = lab.alive();
        String node = port.substring(0, port.indexOf(':'));
        Scheduler clock = lab.ask(node, access -> access.context().scheduler());
        Dump dump = new Dump(clock, new Place(node, port.substring(port.indexOf(':') + 1)), filter, most, io.out(),
                command.isEmpty() ? run::pause : () -> { });
        run.follow(dump);
        try {
            if (!command.isEmpty()) {
                runner.run(command, io);
            } else {
                lab.go(until < 0 ? LabRun::start : to -> to.runUntil(until));
            }
        } finally {
            run.unfollow(dump);
            run.awaitStandstill();
        }
        io.out().println(dump.printed + (dump.printed == 1 ? " frame" : " frames"));
    }

    private List<String> known() throws UsageException {
        lab.run();
        return lab.ports();
    }

    private static FrameFilter filter(String text) throws UsageException {
        try {
            return FrameFilter.of(text);
        } catch (FilterException e) {
            throw new UsageException(e.getMessage());
        }
    }

    /** An interface. */
    private record Place(String node, String iface) {
    }

    /** On the run's thread. */
    private static final class Dump extends Probes {
        private final Scheduler clock;
        private final Place place;
        private final FrameFilter filter;
        private final int most;
        private final PrintStream out;
        private final Runnable complete;
        private final FrameText text = new FrameText();
        /** Read by the shell's thread when the run stands still. */
        private volatile int printed;

        /** @param complete told when {@code most} frames have been printed */
        Dump(Scheduler clock, Place place, FrameFilter filter, int most, PrintStream out, Runnable complete) {
            super(true);
            this.clock = clock;
            this.place = place;
            this.filter = filter;
            this.most = most;
            this.out = out;
            this.complete = complete;
        }

        @Override
        public void packet(Stage stage, String node, String where, Packet frame) {
            if ((stage == Stage.DMA_OUT || stage == Stage.DMA_IN) && node.equals(place.node())
                    && where.equals(place.iface()) && printed < most
                    && filter.matches(frame.bytes, frame.head, frame.tail)) {
                out.println(time(clock.now()) + " " + text.line(frame.bytes, frame.head, frame.tail));
                printed++;
                if (printed == most) {
                    complete.run();
                }
            }
        }

        /** {@code 00:00:01.234567890}: since the run began. */
        private static String time(long now) {
            long seconds = now / SECOND;
            return String.format(Locale.ROOT, "%02d:%02d:%02d.%09d", seconds / 3600, seconds / 60 % 60, seconds % 60,
                    now % SECOND);
        }

        @Override
        public void stream(Stage stage, String node, String flow, long from, long to, long packet) {
            // Frames only.
        }
    }
}
