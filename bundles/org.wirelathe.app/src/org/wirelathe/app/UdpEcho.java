package org.wirelathe.app;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wirelathe.api.app.AppContext;
import org.wirelathe.api.app.AppProcess;
import org.wirelathe.api.app.AppResult;
import org.wirelathe.api.socket.DatagramSocket;
import org.wirelathe.api.socket.SocketException;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.wire.IpAddress;

/**
 * {@code udp-echo} at work (RFC 862). What asks from a port that is an echo's too would go on for ever: not answered.
 */
final class UdpEcho implements AppProcess {
    private static final int LARGEST = 65_536;
    private static final int ECHO_PORT = 7;

    private final AppContext context;
    private final int port;
    private final byte[] datagram = new byte[LARGEST];
    private DatagramSocket socket;
    private long received;
    private long bytes;
    private long sent;
    private long refused;
    private boolean served;
    /** Why it does not listen; {@code null} as long as it does, or has not begun to. */
    private String error;

    UdpEcho(AppContext context, int port) {
        this.context = context;
        this.port = port;
    }

    @Override
    public void start() {
        try {
            socket = context.sockets().datagram(new Endpoint(IpAddress.ANY, port));
            socket.onReadable(this::readable);
        } catch (SocketException e) {
            error = e.errno().message();
            context.rested();
        }
    }

    private void readable() {
        try {
            for (int length = next(); length >= 0; length = next()) {
                received++;
                bytes += length;
                answer(length, socket.from());
            }
        } catch (SocketException e) {
            error = e.errno().message();
        }
        while (socket.networkError() != null) {
            continue; // a client that has gone is no trouble of the server's
        }
        if (received > 0 && !served) {
            served = true;
            context.rested();
        }
    }

    private int next() throws SocketException {
        return socket.receive(datagram, 0, LARGEST);
    }

    private void answer(int length, Endpoint to) {
        if (to.port() == 0 || to.port() == ECHO_PORT || to.port() == port) {
            return;
        }
        try {
            if (socket.send(datagram, 0, length, to)) {
                sent++;
            }
        } catch (SocketException e) {
            refused++; // this one cannot be answered; the next one may
        }
    }

    @Override
    public boolean isBusy() {
        return error == null && !served;
    }

    @Override
    public AppResult result() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("port", port);
        values.put("datagrams", received);
        values.put("bytes", bytes);
        values.put("answers", sent);
        values.put("errors", refused);
        String summary = error != null ? "port " + port + ": " + error
                : received == 0 ? "nothing came to port " + port
                        : "answered " + sent + " of " + received + (received == 1 ? " datagram, " : " datagrams, ")
                                + Texts.size(bytes);
        return new AppResult(error == null, summary, values);
    }

    @Override
    public void close() {
        // It has no files.
    }
}
