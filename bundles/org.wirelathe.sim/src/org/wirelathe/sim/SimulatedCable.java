package org.wirelathe.sim;

import org.wirelathe.api.nic.Cable;
import org.wirelathe.api.nic.CableSpec;
import org.wirelathe.api.nic.FrameReceiver;
import org.wirelathe.api.nic.LinePort;
import org.wirelathe.api.nic.LineSpec;
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
        forth = new Line(scheduler, spec.name(), spec.forth(), seed, tap, 0);
        back = new Line(scheduler, spec.name(), spec.back(), seed, tap, 1);
        a = new End(forth, back, spec.forth().bitsPerSecond());
        b = new End(back, forth, spec.back().bitsPerSecond());
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
    public void change(int direction, LineSpec spec) {
        throw new UnsupportedOperationException("change");
    }

    @Override
    public void down(boolean down) {
        throw new UnsupportedOperationException("down");
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
        public int recall() {
            throw new UnsupportedOperationException("recall");
        }

        @Override
        public void onChange(Runnable listener) {
            // It never changes.
        }

        @Override
        public boolean carrier() {
            return true;
        }

        @Override
        public void connect(FrameReceiver receiver) {
            in.receiver(receiver);
        }
    }
}
