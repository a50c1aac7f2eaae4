package org.wirelathe.cli.internal.bench;

import java.util.List;
import java.util.Map;
import org.wirelathe.api.app.AppContext;
import org.wirelathe.api.app.AppProcess;
import org.wirelathe.api.app.AppResult;
import org.wirelathe.api.app.Application;
import org.wirelathe.api.app.Parameter;
import org.wirelathe.api.app.Parameter.Type;
import org.wirelathe.api.app.Parameters;
import org.wirelathe.api.net.Arrival;
import org.wirelathe.api.net.Network;
import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.net.Path;
import org.wirelathe.api.net.ProtocolHandler;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.time.Timer;
import org.wirelathe.wire.IpAddress;

/** {@code bench-flood}: IP packets of full size in bursts at a steady pace, and somebody who takes them. */
final class Flood implements Application {
    static final String NAME = "bench-flood";
    /** Bytes of IP payload that fill a frame of 1514 bytes. */
    private static final int PAYLOAD = 1480;
    private static final int PROTOCOL = 253; // RFC 3692: for experiments

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("to", Type.HOST, false, "whom it sends to; without it, it only takes what comes"),
                new Parameter("every", Type.DURATION, false, "time from one burst to the next"),
                new Parameter("burst", Type.NUMBER, false, "packets in a burst"));
    }

    @Override
    public AppProcess create(AppContext context, Parameters parameters) {
        return new Process(context, parameters.has("to") ? parameters.host("to") : null,
                parameters.number("every", 1_000_000), (int) parameters.number("burst", 1));
    }

    private static final class Process implements AppProcess, ProtocolHandler {
        private final AppContext context;
        private final Network network;
        /** {@code null} for who only takes. */
        private final IpAddress to;
        private final long every;
        private final int burst;
        private final Timer timer;
        private Path path;
        private long sent;
        private long received;

        Process(AppContext context, IpAddress to, long every, int burst) {
            this.context = context;
            this.to = to;
            this.every = every;
            this.burst = burst;
            network = context.network();
            timer = context.node().scheduler().timer(this::burst);
            network.handler(PROTOCOL, this);
        }

        @Override
        public void start() {
            if (to != null) {
                path = network.path(null, to);
                burst();
            }
        }

        private void burst() {
            for (int i = 0; i < burst; i++) {
                Packet packet = context.node().packets().take();
                packet.put(PAYLOAD);
                if (network.send(packet, path, PROTOCOL, SendOptions.DEFAULT) == Sent.YES) {
                    sent++;
                }
            }
            timer.armAt(context.node().scheduler().now() + every);
        }

        @Override
        public void received(Packet packet, Arrival arrival) {
            received++;
            packet.release();
        }

        @Override
        public void failed(NetworkError error) {
            // The counters of the network layer tell.
        }

        @Override
        public boolean isBusy() {
            return to != null;
        }

        @Override
        public AppResult result() {
            return new AppResult(true, "sent " + sent + ", took " + received,
                    Map.of("sent", sent, "received", received));
        }

        @Override
        public void close() {
            timer.cancel();
        }
    }
}
