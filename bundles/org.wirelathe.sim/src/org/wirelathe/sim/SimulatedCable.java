package org.wirelathe.sim;

import org.wirelathe.api.nic.Cable;
import org.wirelathe.api.nic.CableSpec;
import org.wirelathe.api.nic.FrameReceiver;
import org.wirelathe.api.nic.LinePort;
import org.wirelathe.api.nic.LineTap;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.time.Scheduler;

/** Two lines that share a jacket: what one end sends on, the other hears. */
final class SimulatedCable implements Cable {
    private final Line forth;
    private final Line back;
    private final LinePort a;
    private final LinePort b;

    SimulatedCable(Scheduler scheduler, CableSpec spec, long seed, LineTap tap) {
        forth = new Line(scheduler, spec, seed, tap, 0);
        back = new Line(scheduler, spec, seed, tap, 1);
        a = new End(forth, back, spec.bitsPerSecond());
        b = new End(back, forth, spec.bitsPerSecond());
    }

    @Override
    public LinePort a() {
        return a;
    }

    @Override
    public LinePort b() {
        return b;
    }

    @Override
    public int inFlight() {
        return forth.inFlight() + back.inFlight();
    }

    @Override
    public void view(LineTap viewer) {
        forth.view(viewer);
        back.view(viewer);
    }

    @Override
    public void clear() {
        forth.clear();
        back.clear();
    }

    private record End(Line out, Line in, long bitsPerSecond) implements LinePort {
        @Override
        public long send(Packet frame) {
            return out.send(frame);
        }

        @Override
        public void connect(FrameReceiver receiver) {
            in.receiver(receiver);
        }
    }
}
