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
        a = new End(forth, back);
        b = new End(back, forth);
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
        Line line = direction == 0 ? forth : back;
        line.change(spec);
        line.tellListener();
    }

    @Override
    public void down(boolean down) {
        if (down == forth.isDown()) {
            return;
        }
        forth.down(down);
        back.down(down);
        forth.tellListener();
        back.tellListener();
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

    private record End(Line out, Line in) implements LinePort {
        @Override
        public long send(Packet frame) {
            return out.send(frame);
        }

        @Override
        public int recall() {
            return out.recall();
        }

        @Override
        public void onChange(Runnable listener) {
            out.listener(listener);
        }

        @Override
        public boolean carrier() {
            return !out.isDown();
        }

        @Override
        public long bitsPerSecond() {
            return out.bitsPerSecond();
        }

        @Override
        public void connect(FrameReceiver receiver) {
            in.receiver(receiver);
        }
    }
}
