package org.wirelathe.app;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirelathe.api.app.AppContext;
import org.wirelathe.api.app.AppProcess;
import org.wirelathe.api.app.AppResult;
import org.wirelathe.api.net.EchoListener;
import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.time.RandomStream;
import org.wirelathe.api.time.Timer;
import org.wirelathe.wire.IpAddress;

/** {@code ping} at work (RFC 792, RFC 1122 §3.2.2.6, RFC 4443 §4). */
final class Ping implements AppProcess, EchoListener {
    /** How long to wait for the last answers, as iputils does. */
    private static final long PATIENCE = 10_000_000_000L;
    private static final int MOST_IDENTIFIER = 0xFFFF;
    private static final int SEQUENCES = 1 << 16;

    private final AppContext context;
    private final List<IpAddress> hosts;
    private final int count;
    private final long interval;
    private final int size;
    private final SendOptions options;
    /** Which of the addresses it asks; chosen when it starts. */
    private IpAddress destination;
    private int identifier;
    /** When the requests were sent that are not answered yet, by sequence number. */
    private final Map<Integer, Long> waiting = new HashMap<>();
    private Timer timer;
    private long startedAt = -1;
    private int sent;
    private int received;
    private int errors;
    private String lastError = "";
    private long least = Long.MAX_VALUE;
    private long most;
    private long sum;
    private boolean over;

    Ping(AppContext context, List<IpAddress> hosts, int count, long interval, int size, SendOptions options) {
        this.context = context;
        this.hosts = hosts;
        this.destination = hosts.getFirst();
        this.count = count;
        this.interval = interval;
        this.size = size;
        this.options = options;
    }

    @Override
    public void start() {
        startedAt = now();
        destination = Choice.ofHosts(context.network(), hosts);
        identifier = freeIdentifier(context.node().random("ping." + destination + '.' + startedAt));
        timer = context.node().scheduler().timer(this::tick);
        context.network().echoListener(identifier, this);
        tick();
    }

    /** One that no other ping of this host has. */
    private int freeIdentifier(RandomStream random) {
        int free = random.nextInt() & MOST_IDENTIFIER;
        for (int i = 0; i < MOST_IDENTIFIER && context.network().hasEchoListener(free); i++) {
            free = random.nextInt() & MOST_IDENTIFIER;
        }
        return free;
    }

    private void tick() {
        if (sent == count) {
            rest(); // the last ones will not come any more
            return;
        }
        int sequence = ++sent % SEQUENCES;
        waiting.put(sequence, now());
        Sent how = context.network().echo(destination, identifier, sequence, size, options);
        if (how == Sent.NO_ROUTE || how == Sent.TOO_BIG) {
            error(sequence, how == Sent.NO_ROUTE ? "Network is unreachable" : "Message too long");
        }
        if (!over) {
            timer.armAt(sent == count ? now() + Math.max(PATIENCE, 2 * most) : startedAt + sent * interval);
        }
    }

    @Override
    public void replied(IpAddress source, int sequence, int size, int hopLimit) {
        Long at = waiting.remove(sequence);
        if (at == null) {
            return; // answered before
        }
        long rtt = now() - at;
        received++;
        least = Math.min(least, rtt);
        most = Math.max(most, rtt);
        sum += rtt;
        restWhenDone();
    }

    @Override
    public void failed(int sequence, NetworkError error) {
        error(sequence, switch (error.kind()) {
            case NET_UNREACHABLE -> "Destination Net Unreachable";
            case HOST_UNREACHABLE -> "Destination Host Unreachable";
            case PROTOCOL_UNREACHABLE -> "Destination Protocol Unreachable";
            case PORT_UNREACHABLE -> "Destination Port Unreachable";
            case FRAGMENTATION_NEEDED -> "Frag needed and DF set (mtu = " + error.mtu() + ")";
            case TIME_EXCEEDED -> "Time to live exceeded";
            case REASSEMBLY_TIME_EXCEEDED -> "Frag reassembly time exceeded";
            case PARAMETER_PROBLEM -> "Parameter problem";
            case PROHIBITED -> "Packet filtered";
        } + ", says " + error.reporter());
    }

    private void error(int sequence, String text) {
        if (waiting.remove(sequence) != null) {
            errors++;
            lastError = text;
            restWhenDone();
        }
    }

    private void restWhenDone() {
        if (sent == count && waiting.isEmpty()) {
            rest();
        }
    }

    private void rest() {
        over = true;
        timer.cancel();
        context.network().echoListener(identifier, null);
        context.rested();
    }

    private long now() {
        return context.node().scheduler().now();
    }

    @Override
    public boolean isBusy() {
        return !over;
    }

    /** Like ping's exit status: good when somebody answered. */
    @Override
    public AppResult result() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("to", destination.toString());
        values.put("sent", sent);
        values.put("received", received);
        values.put("errors", errors);
        values.put("lossPercent", lossPercent());
        if (received > 0) {
            values.put("rttMin", Texts.seconds(least));
            values.put("rttAvg", Texts.seconds(sum / received));
            values.put("rttMax", Texts.seconds(most));
        }
        return new AppResult(over && received > 0, summary(), values);
    }

    private double lossPercent() {
        return sent == 0 ? 0 : (sent - received) * 10_000L / sent / 100.0;
    }

    private String summary() {
        if (startedAt < 0) {
            return "had not begun when the run ended";
        }
        StringBuilder text = new StringBuilder();
        text.append(sent).append(sent == 1 ? " packet" : " packets").append(" transmitted, ").append(received)
                .append(" received, ").append(lossPercent()).append(" % loss");
        if (received > 0) {
            text.append(", rtt min/avg/max ").append(Texts.time(least)).append(" / ").append(Texts.time(sum / received))
                    .append(" / ").append(Texts.time(most));
        }
        if (errors > 0) {
            text.append("; ").append(lastError);
        }
        return text.toString();
    }

    @Override
    public void close() {
        // It has no files.
    }
}
