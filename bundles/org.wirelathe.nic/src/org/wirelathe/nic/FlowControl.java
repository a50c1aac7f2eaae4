package org.wirelathe.nic;

import java.util.Arrays;

import org.wirelathe.api.nic.LinePort;
import org.wirelathe.api.nic.NicSpec;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Probes;
import org.wirelathe.api.probe.Stage;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.EthernetHeader;

/**
 * MAC control: PAUSE both ways (IEEE 802.3 annex 31B; B9).
 *
 * <p>The card asks for silence when the frames that wait in it pass half of its buffer, repeats that before it expires,
 * and ends it when they are down to a quarter. The upper half is for what is on the way meanwhile: the frame just being
 * sent at the other end, and what the cable holds. MAC control frames never go up.
 */
final class FlowControl {
    static final int ETHER_TYPE = 0x8808;
    static final long DESTINATION = 0x0180_C200_0001L;
    static final int PAUSE = 1;
    /** The longest silence that can be asked for, in units of {@link #QUANTUM}. */
    static final int MOST = 0xFFFF;
    /** Bit times. */
    static final long QUANTUM = 512;
    private static final int LEAST_PAUSE = EthernetHeader.LENGTH + 4;
    private static final long NS = 1_000_000_000;

    private final NodeContext node;
    private final Probes probes;
    private final Scheduler scheduler;
    private final LinePort port;
    private final Transmitter out;
    private final long mac;
    private final Timer refresh;
    private boolean on;
    private int high;
    private int low;
    /** Whether this card has asked the other end to be silent. */
    private boolean asked;

    private final Counter rxPauseFrames;
    private final Counter rxPauseIgnored;
    private final Counter rxControlUnknown;

    FlowControl(NodeContext node, NicSpec spec, LinePort port, Transmitter out) {
        this.node = node;
        probes = node.probes();
        scheduler = node.scheduler();
        this.port = port;
        this.out = out;
        mac = spec.mac();
        refresh = scheduler.timer(this::ask);
        rxPauseFrames = node.counters().counter(spec.name(), "rxPauseFrames");
        rxPauseIgnored = node.counters().drop(spec.name(), "rxPauseIgnored");
        rxControlUnknown = node.counters().drop(spec.name(), "rxControlUnknown");
        fit(spec);
    }

    private void fit(NicSpec spec) {
        on = spec.pause();
        high = spec.cardBuffer() / 2;
        low = spec.cardBuffer() / 4;
    }

    /** Another fitting, while so many bytes wait. */
    void refit(NicSpec spec) {
        fit(spec);
        if (!on) {
            out.resume();
            if (asked) {
                release();
            }
        }
    }

    /** How many bytes wait in the card. */
    void fill(int bytes) {
        if (!on) {
            return;
        }
        if (!asked && bytes > high) {
            asked = true;
            ask();
        } else if (asked && bytes <= low) {
            release();
        }
    }

    /** Whether this card has asked the other end to be silent. */
    boolean asking() {
        return asked;
    }

    private void ask() {
        out.control(frame(MOST));
        refresh.armAt(scheduler.now() + time(MOST) / 2);
    }

    private void release() {
        asked = false;
        refresh.cancel();
        out.control(frame(0));
    }

    private long time(int quanta) {
        return Math.ceilDiv(quanta * QUANTUM * NS, port.bitsPerSecond());
    }

    private Packet frame(int quanta) {
        Packet frame = node.packets().take();
        int at = frame.put(EthernetHeader.LEAST_FRAME);
        Arrays.fill(frame.bytes, at, frame.tail, (byte) 0);
        Bytes.u48(frame.bytes, at, DESTINATION);
        Bytes.u48(frame.bytes, at + 6, mac);
        Bytes.u16(frame.bytes, at + 12, ETHER_TYPE);
        Bytes.u16(frame.bytes, at + 14, PAUSE);
        Bytes.u16(frame.bytes, at + 16, quanta);
        return frame;
    }

    /** Takes a MAC control frame. */
    void received(Packet frame) {
        long destination = Bytes.u48(frame.bytes, frame.head);
        if (frame.length() < LEAST_PAUSE || Bytes.u16(frame.bytes, frame.head + 14) != PAUSE
                || destination != DESTINATION && destination != mac) {
            drop(frame, rxControlUnknown);
        } else if (!on) {
            drop(frame, rxPauseIgnored);
        } else {
            int quanta = Bytes.u16(frame.bytes, frame.head + 16);
            rxPauseFrames.increment();
            frame.release();
            out.pause(time(quanta));
        }
    }

    private void drop(Packet frame, Counter reason) {
        reason.increment();
        if (probes.on) {
            probes.packet(Stage.DROP, node.name(), reason.name(), frame);
        }
        frame.release();
    }

    void close() {
        on = false;
        refresh.cancel();
    }
}
