package org.wirelathe.app;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirelathe.api.app.AppContext;
import org.wirelathe.api.app.AppProcess;
import org.wirelathe.api.app.AppResult;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.socket.DatagramSocket;
import org.wirelathe.api.socket.Errno;
import org.wirelathe.api.socket.SocketException;
import org.wirelathe.api.time.Timer;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.wire.IpAddress;

/**
 * {@code udp-send} at work: numbered datagrams at a steady pace; what cannot be sent is counted, and the pace goes on.
 */
final class UdpSender implements AppProcess {
    private static final int LARGEST = 65_536;

    /**
     * When datagrams go: {@code burst} of them every {@code time / per} ns, exactly in the long run.
     *
     * @param burst at least 1
     * @param time ns times {@code per}
     * @param per at least 1
     */
    record Pace(int burst, long time, long per) {
        /** How many datagrams begin within that many ns, the first at 0. */
        long within(long duration) {
            BigInteger bursts = BigInteger.valueOf(duration).multiply(BigInteger.valueOf(per))
                    .add(BigInteger.valueOf(time - 1)).divide(BigInteger.valueOf(time));
            return bursts.multiply(BigInteger.valueOf(burst)).min(BigInteger.valueOf(Long.MAX_VALUE)).longValue();
        }
    }

    /**
     * What is asked for.
     *
     * @param size bytes of data in a datagram
     * @param count datagrams in all
     * @param patience ns to wait for answers behind the last one
     */
    record Work(int size, int count, Pace pace, long patience) {
    }

    private final AppContext context;
    private final List<Endpoint> ends;
    private final Work work;
    private final SendOptions options;
    private final boolean hopLimitGiven;
    private final byte[] datagram;
    private final byte[] answer = new byte[LARGEST];
    private Endpoint to;
    /** Where datagrams go to when the socket has no peer; else {@code null}. */
    private Endpoint target;
    private DatagramSocket socket;
    private Timer timer;
    private long nextAt;
    /** What is left of a ns behind {@link #nextAt}, in parts of {@link Pace#per}. */
    private long fraction;
    private boolean started;
    private boolean over;
    private int given;
    private int sent;
    private int dropped;
    private int errors;
    private long answers;
    private long roundTrips;
    /** Why the last one was not sent; {@code null} when it was. */
    private Errno error;

    UdpSender(AppContext context, List<Endpoint> ends, Work work, SendOptions options, boolean hopLimitGiven) {
        this.context = context;
        this.ends = ends;
        this.to = ends.getFirst();
        this.work = work;
        this.options = options;
        this.hopLimitGiven = hopLimitGiven;
        this.datagram = new byte[work.size()];
    }

    @Override
    public void start() {
        started = true;
        timer = context.node().scheduler().timer(this::tick);
        nextAt = now();
        try {
            socket = context.sockets().datagram(new Endpoint(IpAddress.ANY, 0));
            socket.broadcast(true);
            connect();
            if (hopLimitGiven || !to.address().isMulticast()) {
                socket.options(options);
            } else {
                socket.options(options.hopLimit(1)); // RFC 1112 §6.1
            }
            socket.onReadable(this::readable);
            tick();
        } catch (SocketException e) {
            error = e.errno();
            rest();
        }
    }

    /** Of several addresses the first that can be sent to. */
    private void connect() throws SocketException {
        SocketException last = null;
        for (Endpoint end : Choice.ofEndpoints(context.network(), ends)) {
            to = end;
            if (end.address().isMulticast()) {
                target = end; // with a peer it would not hear the answers: they come from others
                return;
            }
            try {
                socket.connect(end);
                return;
            } catch (SocketException e) {
                last = e;
            }
        }
        throw last;
    }

    private void tick() {
        if (given == work.count()) {
            rest(); // answers are waited for no longer
            return;
        }
        for (int i = 0; i < work.pace().burst() && given < work.count(); i++) {
            send();
        }
        if (given == work.count()) {
            end();
            return;
        }
        fraction += work.pace().time();
        nextAt += fraction / work.pace().per();
        fraction %= work.pace().per();
        timer.armAt(nextAt);
    }

    private void send() {
        Numbered.write(datagram, work.count(), given, now());
        given++;
        try {
            if (socket.send(datagram, 0, datagram.length, target)) {
                sent++;
            } else {
                dropped++;
            }
            error = null;
        } catch (SocketException e) {
            errors++;
            error = e.errno();
        }
    }

    private void end() {
        if (work.patience() > 0) {
            timer.armAt(now() + work.patience());
        } else {
            rest();
        }
    }

    private void readable() {
        while (socket.networkError() != null) {
            continue; // what matters of them comes with the next call
        }
        try {
            for (int length = socket.receive(answer, 0, LARGEST); length >= 0 && !over;
                    length = socket.receive(answer, 0, LARGEST)) {
                answers++;
                roundTrips += Numbered.is(answer, length) ? now() - Numbered.time(answer) : 0;
            }
        } catch (SocketException e) {
            errors++;
            error = e.errno();
        }
        if (given == work.count() && answers >= sent && !over) {
            rest();
        }
    }

    private void rest() {
        over = true;
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

    /** Good when it sent to the end, and nothing had been said against it by then. */
    @Override
    public AppResult result() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("to", to.toString());
        values.put("datagrams", sent);
        values.put("of", work.count());
        values.put("bytes", (long) sent * work.size());
        values.put("dropped", dropped);
        values.put("errors", errors);
        if (answers > 0) {
            values.put("answers", answers);
            values.put("rttAvg", Texts.seconds(roundTrips / answers));
        }
        if (error != null) {
            values.put("error", error.name());
        }
        return new AppResult(over && error == null, summary(), values);
    }

    private String summary() {
        if (!started) {
            return "had not begun to send when the run ended";
        }
        String far = sent + " of " + work.count() + " datagrams sent";
        if (error != null) {
            return to + ": " + error.message() + ", " + far;
        }
        String text = over ? "sent " + sent + (sent == 1 ? " datagram, " : " datagrams, ")
                + Texts.size((long) sent * work.size()) + ", to " + to
                : "was not done sending to " + to + " when the run ended, " + far;
        if (dropped + errors > 0) {
            text += "; " + dropped + " dropped at the device, " + errors + " refused";
        }
        return answers == 0 ? text
                : text + "; " + answers + (answers == 1 ? " answer" : " answers") + ", rtt avg "
                        + Texts.time(roundTrips / answers);
    }

    @Override
    public void close() {
        // It has no files.
    }
}
