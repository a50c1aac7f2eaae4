package org.wirelathe.socket;

import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.probe.Probes;
import org.wirelathe.api.probe.Stage;
import org.wirelathe.api.transport.Connection;

/** Tells whoever follows them which bytes an application has written and read; else it only looks at a field. */
final class StreamTrace {
    /** Nobody does. */
    static final StreamTrace OFF = new StreamTrace(Probes.OFF, "", "", "");

    private final Probes probes;
    private final String node;
    private final String out;
    private final String in;

    private StreamTrace(Probes probes, String node, String out, String in) {
        this.probes = probes;
        this.node = node;
        this.out = out;
        this.in = in;
    }

    static StreamTrace of(NodeContext node, Connection connection) {
        return node.probes().on
                ? new StreamTrace(node.probes(), node.name(), connection.local() + ">" + connection.remote(),
                        connection.remote() + ">" + connection.local())
                : OFF;
    }

    /** So many bytes up to stream position {@code to} have been copied into the send buffer. */
    void written(long to, int length) {
        if (probes.on) {
            probes.stream(Stage.WRITE, node, out, to - length, to, 0);
        }
    }

    /** So many bytes up to stream position {@code to} have been copied out of the receive buffer. */
    void read(long to, int length) {
        if (probes.on) {
            probes.stream(Stage.READ, node, in, to - length, to, 0);
        }
    }
}
