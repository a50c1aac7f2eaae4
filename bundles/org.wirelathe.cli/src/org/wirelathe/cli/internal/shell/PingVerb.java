package org.wirelathe.cli.internal.shell;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wirelathe.api.net.AddressRow;
import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.net.Sent;
import org.wirelathe.cli.internal.TraceText;
import org.wirelathe.cli.internal.UsageException;
import org.wirelathe.wire.IpAddress;

/** {@code ping}: echo requests from one node to another, printed as ping(8) prints them. */
final class PingVerb {
    private static final String USAGE = "[-4 | -6] FROM TO [count N] [size N] [ttl N]";
    private static final long INTERVAL = 1_000_000_000;
    /** How long the last answer is waited for (Linux). */
    private static final long PATIENCE = 10 * INTERVAL;
    private static final int COUNT = 4;
    private static final int SIZE = 56;
    private static final int MOST_SIZE = 65_507;
    private static final int ICMP_HEADER = 8;
    private static final int IPV4_HEADER = 20;
    private static final double MILLISECOND = 1e6;

    private final ShellLab lab;

    PingVerb(ShellLab lab) {
        this.lab = lab;
    }

    Verb verb() {
        return new Verb("ping", USAGE, "sends echo requests, a second apart, and lets the run go on until they are"
                + " answered", this::perform, before -> before.size() < 2 ? lab.nodes() : List.of("count", "size", "ttl"));
    }

    private void perform(Words words, Verb.Io io) throws UsageException, InterruptedException {
        Family family = words.peek().startsWith("-") ? Family.of(words.next("-4 or -6")) : Family.ANY;
        String from = lab.node(words.next("FROM"));
        String name = words.next("TO");
        IpAddress to = new Destinations(lab).address(family, name);
        int count = COUNT;
        int size = SIZE;
        SendOptions options = SendOptions.DATAGRAM;
        while (!words.isEmpty()) {
            if (words.take("count")) {
                count = words.number("count", 1, 65_535);
            } else if (words.take("size")) {
                size = words.number("size", 0, MOST_SIZE);
            } else if (words.take("ttl")) {
                options = options.hopLimit(words.number("ttl", 1, 255));
            } else {
                throw words.wrong("'" + words.peek() + "' is not understood");
            }
        }
        io.out().println("PING " + name + (to.isV4() ? " (" + to + ") " + size + "(" + (size + ICMP_HEADER + IPV4_HEADER)
                + ") bytes of data." : " (" + to + ") " + size + " data bytes"));
        try (Echoes echoes = new Echoes(lab, from, "ping " + name)) {
            ping(echoes, from, to, count, size, options, name, io.out());
        }
    }

    private void ping(Echoes echoes, String from, IpAddress to, int count, int size, SendOptions options, String name,
            PrintStream out) throws UsageException, InterruptedException {
        Map<Integer, Long> sentAt = new HashMap<>();
        int printed = 0;
        int unsent = 0;
        boolean going = true;
        for (int sequence = 1; sequence <= count && going; sequence++) {
            Echoes.Request request = echoes.send(to, sequence, size, options);
            sentAt.put(sequence, request.time());
            if (request.how() == Sent.NO_ROUTE || request.how() == Sent.TOO_BIG) {
                out.println("ping: sendmsg: " + (request.how() == Sent.NO_ROUTE ? "Network is unreachable" + hint(from, to)
                        : "Message too long"));
                unsent++;
            }
            if (sequence == count && request.how() != Sent.NO_ROUTE && request.how() != Sent.TOO_BIG) {
                going = echoes.await(request, request.time() + PATIENCE);
            } else if (sequence < count) {
                going = echoes.goTo(request.time() + INTERVAL);
            }
            for (; printed < echoes.answers().size(); printed++) {
                out.println(line(echoes.answers().get(printed), sentAt));
            }
        }
        if (!going) {
            out.println("the run stands still at " + TraceText.seconds(lab.run().time()) + ": broken off");
        }
        summary(echoes.answers(), sentAt, unsent, name, out);
    }

    /** What a user would otherwise look for in vain. */
    private String hint(String from, IpAddress to) throws UsageException {
        boolean trying = !to.isV4() && lab.ask(from, access -> access.network().addresses().stream()
                .anyMatch(row -> !row.address().address().isV4() && row.state() == AddressRow.State.TENTATIVE));
        return trying ? ": " + from + " is still trying its IPv6 addresses; `run until 2s` first" : "";
    }

    private static String line(Echoes.Answer answer, Map<Integer, Long> sentAt) {
        if (answer.error().isPresent()) {
            return "From " + answer.source() + " icmp_seq=" + answer.sequence() + " " + reason(answer.error().get());
        }
        return answer.size() + ICMP_HEADER + " bytes from " + answer.source() + ": icmp_seq=" + answer.sequence() + " ttl="
                + answer.hopLimit() + " time=" + milliseconds(answer.time() - sentAt.get(answer.sequence())) + " ms";
    }

    /** An error in ping's words. */
    static String reason(NetworkError error) {
        return switch (error.kind()) {
            case NET_UNREACHABLE -> "Destination Net Unreachable";
            case HOST_UNREACHABLE -> "Destination Host Unreachable";
            case PROTOCOL_UNREACHABLE -> "Destination Protocol Unreachable";
            case PORT_UNREACHABLE -> "Destination Port Unreachable";
            case PROHIBITED -> "Packet filtered";
            case FRAGMENTATION_NEEDED -> error.destination().isV4() ? "Frag needed and DF set (mtu = " + error.mtu() + ")"
                    : "Packet too big: mtu=" + error.mtu();
            case TIME_EXCEEDED -> "Time to live exceeded";
            case REASSEMBLY_TIME_EXCEEDED -> "Frag reassembly time exceeded";
            case PARAMETER_PROBLEM -> "Parameter problem";
        };
    }

    /** As ping writes times: three digits behind the point below 1 ms, then two, one and none. */
    static String milliseconds(long nanos) {
        double value = nanos / MILLISECOND;
        int digits = value < 1 ? 3 : value < 10 ? 2 : value < 100 ? 1 : 0;
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    private static void summary(List<Echoes.Answer> answers, Map<Integer, Long> sentAt, int unsent, String name,
            PrintStream out) {
        List<Long> times = new ArrayList<>();
        long errors = unsent;
        long last = 0;
        for (Echoes.Answer answer : answers) {
            if (answer.error().isPresent()) {
                errors++;
            } else {
                times.add(answer.time() - sentAt.get(answer.sequence()));
            }
            last = Math.max(last, answer.time());
        }
        long first = sentAt.values().stream().mapToLong(Long::longValue).min().orElse(0);
        long end = Math.max(last, sentAt.values().stream().mapToLong(Long::longValue).max().orElse(0));
        int sent = sentAt.size();
        out.println("--- " + name + " ping statistics ---");
        out.println(sent + " packets transmitted, " + times.size() + " received" + (errors > 0 ? ", +" + errors + " errors"
                : "") + ", " + (sent - times.size()) * 100 / Math.max(1, sent) + "% packet loss, time "
                + (end - first) / 1_000_000 + "ms");
        if (!times.isEmpty()) {
            double mean = times.stream().mapToLong(Long::longValue).average().orElse(0);
            double spread = Math.sqrt(times.stream().mapToDouble(time -> (time - mean) * (time - mean)).average().orElse(0));
            out.println(String.format(Locale.ROOT, "rtt min/avg/max/mdev = %.3f/%.3f/%.3f/%.3f ms",
                    times.stream().mapToLong(Long::longValue).min().orElse(0) / MILLISECOND, mean / MILLISECOND,
                    times.stream().mapToLong(Long::longValue).max().orElse(0) / MILLISECOND, spread / MILLISECOND));
        }
    }
}
