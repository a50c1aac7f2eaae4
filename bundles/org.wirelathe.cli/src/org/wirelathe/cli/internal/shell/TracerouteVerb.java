package org.wirelathe.cli.internal.shell;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.net.Sent;
import org.wirelathe.cli.internal.UsageException;
import org.wirelathe.wire.IpAddress;

/** {@code traceroute}: which routers are on the way, asked with echo requests that get one hop further each time. */
final class TracerouteVerb {
    private static final int MOST_HOPS = 30;
    private static final int QUERIES = 3;
    private static final long PATIENCE = 5_000_000_000L;
    private static final int DATA = 32;
    private static final double MILLISECOND = 1e6;

    private final ShellLab lab;

    TracerouteVerb(ShellLab lab) {
        this.lab = lab;
    }

    Verb verb() {
        return new Verb("traceroute", "[-4 | -6] FROM TO", "lists the routers on the way, asked with echo requests as"
                + " traceroute -I does", this::perform, before -> before.size() < 2 ? lab.nodes() : List.of());
    }

    private void perform(Words words, Verb.Io io) throws UsageException, InterruptedException {
        Family family = words.peek().startsWith("-") ? Family.of(words.next("-4 or -6")) : Family.ANY;
        String from = lab.node(words.next("FROM"));
        String name = words.next("TO");
        words.end();
        Destinations destinations = new Destinations(lab);
        IpAddress to = destinations.address(family, name);
        Map<IpAddress, String> names = destinations.names();
        io.out().println("traceroute to " + name + " (" + to + "), " + MOST_HOPS + " hops max, "
                + ((to.isV4() ? 28 : 48) + DATA) + " byte packets");
        try (Echoes echoes = new Echoes(lab, from, "traceroute " + name)) {
            boolean there = false;
            for (int hop = 1; hop <= MOST_HOPS && !there; hop++) {
                StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%2d ", hop));
                there = ask(echoes, to, hop, names, line);
                io.out().println(line);
            }
        }
    }

    /** Adds what is found at one hop to the line; true when there is no point in going further. */
    private boolean ask(Echoes echoes, IpAddress to, int hop, Map<IpAddress, String> names, StringBuilder line)
            throws UsageException, InterruptedException {
        boolean there = false;
        IpAddress before = null;
        for (int query = 0; query < QUERIES; query++) {
            Echoes.Request request = echoes.send(to, (hop - 1) * QUERIES + query + 1, DATA,
                    SendOptions.DATAGRAM.hopLimit(hop));
            if (request.how() == Sent.NO_ROUTE) {
                throw new UsageException("there is no route to " + to);
            }
            if (!echoes.await(request, request.time() + PATIENCE)) {
                throw new UsageException("the run stands still: broken off");
            }
            List<Echoes.Answer> answers = echoes.answersTo(request);
            if (answers.isEmpty()) {
                line.append(" *");
                continue;
            }
            Echoes.Answer answer = answers.getFirst();
            if (!answer.source().equals(before)) {
                line.append(' ').append(names.getOrDefault(answer.source(), answer.source().toString())).append(" (")
                        .append(answer.source()).append(')');
                before = answer.source();
            }
            line.append(String.format(Locale.ROOT, "  %.3f ms", (answer.time() - request.time()) / MILLISECOND))
                    .append(answer.error().map(TracerouteVerb::mark).orElse(""));
            there |= answer.error().map(error -> error.kind() != NetworkError.Kind.TIME_EXCEEDED).orElse(true);
        }
        return there;
    }

    /** What traceroute(8) puts behind a time that an error other than "time exceeded" took. */
    private static String mark(NetworkError error) {
        return switch (error.kind()) {
            case TIME_EXCEEDED -> "";
            case NET_UNREACHABLE -> " !N";
            case HOST_UNREACHABLE -> " !H";
            case PROTOCOL_UNREACHABLE -> " !P";
            case PROHIBITED -> " !X";
            case FRAGMENTATION_NEEDED -> " !F-" + error.mtu();
            default -> " !";
        };
    }
}
