package org.wirelathe.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirelathe.api.app.AppContext;
import org.wirelathe.api.app.AppProcess;
import org.wirelathe.api.app.AppResult;
import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.socket.DatagramSocket;
import org.wirelathe.api.socket.Errno;
import org.wirelathe.api.socket.SocketException;
import org.wirelathe.api.time.Timer;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.wire.IpAddress;

/**
 * {@code traceroute} at work: datagrams that may go one hop further each time, to ports that nobody has. Routers on the
 * way say that the time was exceeded, the end that the port is not there (Van Jacobson 1988). One probe is on its way at
 * a time; its port says which one an answer is about.
 */
final class Traceroute implements AppProcess {
    /** A hop that has answered is given that many times the time it took before (Linux: traceroute -w 5,3). */
    private static final int PATIENCE = 3;

    /**
     * What is asked for.
     *
     * @param first hop to begin at
     * @param last hop to give up behind
     * @param probes how many at each hop
     * @param port of the first probe
     * @param patience ns for an answer at most
     * @param size bytes of data in a probe
     */
    record Plan(int first, int last, int probes, int port, long patience, int size) {
    }

    private final AppContext context;
    private final List<IpAddress> hosts;
    private final Plan plan;
    private final SendOptions options;
    private final byte[] data;
    private final List<Hop> hops = new ArrayList<>();
    private IpAddress destination;
    private DatagramSocket socket;
    private Timer timer;
    private Hop hop;
    private int port;
    private long sentAt;
    private boolean waiting;
    private boolean reached;
    /** An answer said that there is no going on behind this hop. */
    private boolean ended;
    private Errno error;
    private boolean started;
    private boolean over;

    Traceroute(AppContext context, List<IpAddress> hosts, Plan plan, SendOptions options) {
        this.context = context;
        this.hosts = hosts;
        this.plan = plan;
        this.options = options;
        this.destination = hosts.getFirst();
        this.data = new byte[plan.size()];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) (0x40 + (i & 0x3F));
        }
    }

    @Override
    public void start() {
        started = true;
        destination = Choice.ofHosts(context.network(), hosts);
        timer = context.node().scheduler().timer(this::silent);
        port = plan.port() - 1;
        try {
            socket = context.sockets().datagram(new Endpoint(IpAddress.ANY, 0));
            socket.onReadable(this::readable);
            next();
        } catch (SocketException e) {
            fail(e.errno());
        }
    }

    /** Sends the next probe, if there is one. */
    private void next() {
        if (hop == null || hop.asked() == plan.probes()) {
            int number = hop == null ? plan.first() : hop.number() + 1;
            if (reached || ended || number > plan.last()) {
                rest();
                return;
            }
            hop = new Hop(number);
            hops.add(hop);
        }
        port++;
        sentAt = now();
        waiting = true;
        long known = PATIENCE * hop.lastTime();
        timer.armAt(sentAt + (known == 0 ? plan.patience() : Math.min(plan.patience(), known)));
        try {
            socket.options(options.hopLimit(hop.number()));
            socket.send(data, 0, data.length, new Endpoint(destination, port));
        } catch (SocketException e) {
            fail(e.errno());
        }
    }

    private void silent() {
        waiting = false;
        hop.silent();
        next();
    }

    private void readable() {
        for (NetworkError news = socket == null ? null : socket.networkError(); news != null && !over;
                news = socket.networkError()) {
            heard(news);
        }
        try {
            while (!over && socket.receive(data, 0, 0) >= 0) {
                datagram();
            }
        } catch (SocketException e) {
            fail(e.errno());
        }
    }

    /** Somebody has the port, and answers: that is the end of the way too. */
    private void datagram() {
        Endpoint from = socket.from();
        if (waiting && from.address().equals(destination) && from.port() == port) {
            reached = true;
            answered(destination, "");
        }
    }

    private void heard(NetworkError news) {
        int about = (int) (news.quoted() >>> 32) & 0xFFFF;
        if (!waiting || about != port || !news.destination().equals(destination)) {
            return; // late, or not about a probe
        }
        reached |= news.kind() == NetworkError.Kind.PORT_UNREACHABLE;
        ended |= news.kind() != NetworkError.Kind.TIME_EXCEEDED;
        answered(news.reporter(), mark(news));
    }

    private static String mark(NetworkError news) {
        return switch (news.kind()) {
            case TIME_EXCEEDED, PORT_UNREACHABLE -> "";
            case NET_UNREACHABLE -> "!N";
            case HOST_UNREACHABLE -> "!H";
            case PROTOCOL_UNREACHABLE -> "!P";
            case PROHIBITED -> "!X";
            case FRAGMENTATION_NEEDED -> "!F-" + news.mtu();
            case PARAMETER_PROBLEM, REASSEMBLY_TIME_EXCEEDED -> "!?";
        };
    }

    private void answered(IpAddress by, String mark) {
        waiting = false;
        hop.answered(by, now() - sentAt, mark);
        next();
    }

    private void fail(Errno errno) {
        error = errno;
        rest();
    }

    private void rest() {
        over = true;
        waiting = false;
        timer.cancel();
        if (socket != null) {
            socket.close();
        }
        context.rested();
    }

    private long now() {
        return context.node().scheduler().now();
    }

    @Override
    public boolean isBusy() {
        return !over;
    }

    /** Good when the end of the way answered. */
    @Override
    public AppResult result() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("to", destination.toString());
        values.put("reached", reached);
        values.put("hops", hops.stream().map(Hop::row).toList());
        values.put("lines", hops.stream().map(Hop::toString).toList());
        if (error != null) {
            values.put("error", error.name());
        }
        return new AppResult(over && reached, summary(), values);
    }

    private String summary() {
        if (!started) {
            return "had not begun when the run ended";
        }
        if (error != null) {
            return destination + ": " + error.message();
        }
        String way = String.join(", ", hops.stream().map(Hop::address).toList());
        if (reached) {
            return destination + " is " + hop.number() + (hop.number() == 1 ? " hop" : " hops") + " away: " + way;
        }
        return (over ? destination + " was not reached: " : "was not done when the run ended: ") + way;
    }

    @Override
    public void close() {
        // It has no files.
    }
}
