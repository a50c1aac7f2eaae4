package org.wirelathe.tcp;

import org.wirelathe.api.probe.Probes;
import org.wirelathe.api.probe.Stage;
import org.wirelathe.api.transport.Endpoint;

/** Tells whoever follows them which bytes of a connection's two streams are where. */
final class StreamTrace {
    /** Nobody does. */
    static final StreamTrace OFF = new StreamTrace(Probes.OFF, "", "", "");

    private final Probes probes;
    private final String node;
    private final String out;
    private final String in;

    StreamTrace(Probes probes, String node, Endpoint local, Endpoint remote) {
        this(probes, node, local + ">" + remote, remote + ">" + local);
    }

    private StreamTrace(Probes probes, String node, String out, String in) {
        this.probes = probes;
        this.node = node;
        this.out = out;
        this.in = in;
    }

    /** A segment was made of bytes of the send buffer. */
    void segment(long from, int length, long packet) {
        if (probes.on && length > 0) {
            probes.stream(Stage.SEGMENT, node, out, from, from + length, packet);
        }
    }

    /** Bytes stand in the receive buffer, in order; {@code packet} brought the last that was missing. */
    void queued(long from, long to, long packet) {
        if (probes.on) {
            probes.stream(Stage.SOCKET_QUEUE, node, in, from, to, packet);
        }
    }
}
