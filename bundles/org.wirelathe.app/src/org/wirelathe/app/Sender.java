package org.wirelathe.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirelathe.api.app.AppContext;
import org.wirelathe.api.app.AppProcess;
import org.wirelathe.api.app.AppResult;
import org.wirelathe.api.app.ByteSource;
import org.wirelathe.api.socket.Errno;
import org.wirelathe.api.socket.SocketException;
import org.wirelathe.api.socket.StreamSocket;
import org.wirelathe.api.time.Timer;
import org.wirelathe.api.transport.Endpoint;

/** {@code send} at work: writes as the socket takes, or a burst at a time, then closes its direction and waits for the other (B33, B44). */
final class Sender implements AppProcess {
    private static final int BUFFER = 64 * 1024;

    private final AppContext context;
    /** The addresses of the other end. */
    private final List<Endpoint> ends;
    private final ByteSource source;
    private final Bursts bursts;
    private final byte[] buffer = new byte[BUFFER];
    private final byte[] discarded = new byte[1024];
    private int at;
    private int end;
    /** Those that are still to be tried, and the one that it tries. */
    private final Deque<Endpoint> others = new ArrayDeque<>();
    private Endpoint to;
    private StreamSocket socket;
    private boolean connected;
    private Endpoint local;
    private long startedAt = -1;
    private long doneAt = -1;
    private long written;
    /** Bytes that may have been written by now. */
    private long allowed;
    /** The next burst; {@code null} when there is no need to wait. */
    private Timer next;
    private long nextAt;
    private boolean shut;
    private boolean peerEnded;
    private boolean over;
    /** Why it failed; {@code null} as long as it has not. */
    private Errno error;
    private boolean closed;

    Sender(AppContext context, List<Endpoint> ends, ByteSource source, Bursts bursts) {
        this.context = context;
        this.ends = ends;
        this.to = ends.getFirst();
        this.source = source;
        this.bursts = bursts;
        allowed = bursts.size();
    }

    @Override
    public void start() {
        startedAt = now();
        others.addAll(Choice.ofEndpoints(context.network(), ends));
        connect();
    }

    private void connect() {
        to = others.poll();
        try {
            socket = context.sockets().connect(to);
            local = socket.connection().local();
            socket.onReadable(this::readable);
            socket.onWritable(this::writable);
        } catch (SocketException e) {
            fail(e.errno());
        }
    }

    private void burst() {
        allowed += bursts.size();
        nextAt += bursts.every();
        if (!over && !shut) {
            next.armAt(nextAt);
            writable();
        }
    }

    private void writable() {
        if (over || shut || failed()) {
            return;
        }
        connected = true;
        if (next == null && !bursts.isNone()) { // the connection is there: the first burst goes now
            nextAt = now() + bursts.every();
            next = context.node().scheduler().timer(this::burst);
            next.armAt(nextAt);
        }
        try {
            while (fill()) {
                long portion = Math.min(end - at, allowed - written);
                if (portion == 0) {
                    return;
                }
                int taken = socket.write(buffer, at, (int) portion);
                if (taken == 0) {
                    return;
                }
                at += taken;
                written += taken;
            }
            shut = true;
            socket.shutdownOutput();
            restWhenDone();
        } catch (SocketException e) {
            fail(e.errno());
        }
    }

    /** Whether there is something to write. */
    private boolean fill() {
        if (at == end) {
            at = 0;
            end = Math.max(0, source.read(buffer, 0, BUFFER));
        }
        return at < end;
    }

    /** Nobody is expected to say anything: what comes is thrown away, up to the end. */
    private void readable() {
        if (over || failed()) {
            return;
        }
        try {
            int read = socket.read(discarded, 0, discarded.length);
            while (read > 0) {
                read = socket.read(discarded, 0, discarded.length);
            }
            if (read < 0) {
                peerEnded = true;
                restWhenDone();
            }
        } catch (SocketException e) {
            fail(e.errno());
        }
    }

    private void restWhenDone() {
        if (shut && peerEnded) {
            doneAt = now();
            rest();
        }
    }

    private boolean failed() {
        Errno errno = socket.error();
        if (errno != null) {
            fail(errno);
        }
        return errno != null;
    }

    /** An end that cannot be reached is followed by the next one of its name, if there is another. */
    private void fail(Errno errno) {
        if (!connected && !others.isEmpty()) {
            if (socket != null) {
                socket.close();
                socket = null;
            }
            connect();
            return;
        }
        error = errno;
        rest();
    }

    private void rest() {
        over = true;
        if (next != null) {
            next.cancel();
        }
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

    @Override
    public AppResult result() {
        boolean ok = over && error == null;
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("to", to.toString());
        values.put("bytes", written);
        values.put("of", source.size());
        if (error != null) {
            values.put("error", error.name());
        }
        if (ok) {
            values.put("seconds", Texts.seconds(doneAt - startedAt));
        }
        if (closed && shut) {
            values.put("sent", List.of(Texts.stream(local, to, written, source.sha256())));
        }
        return new AppResult(ok, summary(ok), values);
    }

    private String summary(boolean ok) {
        if (ok) {
            return "sent " + Texts.size(written) + " to " + to + " in " + Texts.time(doneAt - startedAt);
        }
        String far = "after " + Texts.size(written) + " of " + Texts.size(source.size());
        if (error != null) {
            return to + ": " + error.message() + ", " + far;
        }
        return startedAt < 0 ? "had not begun to send when the run ended"
                : "was not done sending to " + to + " when the run ended, " + far;
    }

    @Override
    public void close() {
        closed = true;
        source.close();
    }
}
