package org.wirelathe.ethernet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;
import org.wirelathe.wire.Mac;

/**
 * Finds loops and cuts them.
 *
 * <p>Where there is a loop a frame comes back, and its sender seems to have moved to another port. Only then the switch
 * asks: it sends a {@link LoopFrame} out of both ports, before the storm has filled the queues. One that comes back
 * proves the loop and names the switches in it. All of them find it at the same time, so the one with the lowest
 * identity cuts it, at the higher of its two ports; should it not, the others do at their second proof. A network
 * without loops sees none of this.
 */
final class LoopGuard {
    private static final long MILLISECOND = 1_000_000L;
    /** Between the first two rounds of probes that bring no proof; it doubles, up to {@link #SLOWEST}. */
    private static final long FASTEST = MILLISECOND;
    private static final long SLOWEST = 10_000 * MILLISECOND;
    /** A probe that has been under way for longer proves nothing. */
    private static final long LONGEST_WAY = 10_000 * MILLISECOND;
    /** Between the first proof and the second try. */
    private static final long SECOND_TRY = 100 * MILLISECOND;
    /** So many rounds without a proof are worth telling. */
    private static final int FRUITLESS = 5;

    private final NodeContext node;
    private final Scheduler scheduler;
    private final BridgePort[] ports;
    private final Egress egress;
    private final Discards discards;
    private final ShutPorts shut;
    private final MacTable table;
    private final long identity;
    private final byte[] name;
    private final long nonce;
    private final LoopFrame frame = new LoopFrame();

    private long interval = FASTEST;
    private long lastRound = Long.MIN_VALUE / 2;
    private int fruitless;

    /** The first proof of a loop that another switch should cut. */
    private final Timer secondTry;
    private BridgePort suspectOut;
    private BridgePort suspectIn;
    private int suspectVlan;
    private long suspectedAt = Long.MIN_VALUE / 2;

    private final Counter framesOut;
    private final Counter framesIn;
    private final Counter rxLoopFrame;

    LoopGuard(NodeContext node, BridgePort[] ports, Egress egress, MacTable table, long recovery) {
        this.node = node;
        this.ports = ports;
        this.egress = egress;
        this.table = table;
        scheduler = node.scheduler();
        discards = new Discards(node);
        shut = new ShutPorts(node, ports, table, recovery, this::send);
        long lowest = Mac.BROADCAST;
        for (BridgePort port : ports) {
            lowest = Math.min(lowest, port.nic.mac());
        }
        identity = lowest;
        byte[] wholeName = node.name().getBytes(StandardCharsets.UTF_8);
        name = Arrays.copyOf(wholeName, Math.min(wholeName.length, LoopFrame.NAME));
        nonce = node.random("switch.loop").nextLong();
        secondTry = scheduler.timer(this::tryAgain);
        framesOut = node.counters().counter("switch", "loopFramesOut");
        framesIn = node.counters().counter("switch", "loopFramesIn");
        rxLoopFrame = node.counters().drop("switch", "rxLoopFrame");
    }

    /** A station was heard at another port than before: it has moved, or its frames have come back. */
    void moved(long key, BridgePort from, BridgePort to, long now) {
        if (mayAsk(now)) {
            if (fruitless == FRUITLESS) {
                node.journal().event("flapping", node.name(), Mac.format(MacTable.mac(key)) + " is heard by turns at "
                        + place(from) + " and " + place(to)
                        + ": two stations have one address, or there is a loop that does not answer");
            }
            probe(from, MacTable.vlan(key), LoopFrame.PROBE);
            probe(to, MacTable.vlan(key), LoopFrame.PROBE);
        }
    }

    /** The table is full, so that no station can seem to move. */
    void blind(int vlan, long now) {
        if (mayAsk(now)) {
            for (BridgePort port : ports) {
                probe(port, vlan, LoopFrame.PROBE);
            }
        }
    }

    private boolean mayAsk(long now) {
        if (now - lastRound < interval) {
            return false;
        }
        if (now - lastRound > SLOWEST) {
            calm();
        } else {
            interval = Math.min(2 * interval, SLOWEST);
        }
        fruitless++;
        lastRound = now;
        return true;
    }

    private void calm() {
        interval = FASTEST;
        fruitless = 0;
    }

    private void probe(BridgePort out, int vlan, int kind) {
        if (out.isOpen() && out.carries(vlan)) {
            send(out, vlan, kind);
        }
    }

    private void send(BridgePort out, int vlan, int kind) {
        Packet packet = node.packets().take();
        frame.write(packet, out.nic.mac(), kind, identity, nonce, out.index, scheduler.now());
        framesOut.increment();
        egress.send(out, vlan, packet);
    }

    /**
     * A frame to the group of loop frames came in.
     *
     * @return false when it is something else; it is the caller's again
     */
    boolean received(BridgePort in, int vlan, Packet packet) {
        if (!frame.over(packet)) {
            return false;
        }
        if (frame.identity() == identity && frame.nonce() == nonce) {
            framesIn.increment();
            returned(in, vlan);
            packet.release();
        } else if (in.shut != null) {
            discards.drop(packet, in.rxBlocked);
        } else if (frame.identity() == identity || frame.passed(identity) || !frame.append(identity, name)) {
            discards.drop(packet, rxLoopFrame); // it goes round
        } else {
            if (frame.kind() == LoopFrame.FLUSH) {
                table.clear();
            }
            if (!egress.flood(in, vlan, packet)) {
                discards.drop(packet, in.rxNoPort);
            }
        }
        return true;
    }

    /** The frame in view, one of ours, came back. */
    private void returned(BridgePort in, int vlan) {
        boolean proof = frame.kind() != LoopFrame.FLUSH && scheduler.now() - frame.sentAt() <= LONGEST_WAY
                && frame.port() >= 0 && frame.port() < ports.length && in.shut == null;
        if (!proof) {
            return;
        }
        BridgePort out = ports[frame.port()];
        if (out.shut != null) {
            if (frame.kind() == LoopFrame.CHECK) {
                shut.stillLooped(out);
            }
            return;
        }
        calm();
        if (in != out && frame.isLowest(identity) || isSecondProof()) {
            cut(out, in, vlan);
        } else if (!isSuspected()) {
            suspectOut = out;
            suspectIn = in;
            suspectVlan = vlan;
            suspectedAt = scheduler.now();
            secondTry.armAt(scheduler.now() + SECOND_TRY);
        }
    }

    private boolean isSuspected() {
        return scheduler.now() - suspectedAt <= LONGEST_WAY;
    }

    private boolean isSecondProof() {
        return isSuspected() && frame.sentAt() >= suspectedAt + SECOND_TRY;
    }

    private void tryAgain() {
        lastRound = scheduler.now();
        probe(suspectOut, suspectVlan, LoopFrame.PROBE);
        if (suspectIn != suspectOut) {
            probe(suspectIn, suspectVlan, LoopFrame.PROBE);
        }
    }

    private void cut(BridgePort out, BridgePort in, int vlan) {
        suspectedAt = Long.MIN_VALUE / 2;
        secondTry.cancel();
        lastRound = Long.MIN_VALUE / 2; // there may be more loops
        BridgePort closing = in.index > out.index ? in : out;
        String through = Loops.through(frame.path());
        String where = in == out ? "frames sent out of " + place(out) + " come back to it" + through
                : place(in.index < out.index ? in : out) + " and " + place(closing) + " are joined" + through;
        shut.close(closing, vlan, "loop: " + where + (vlan == 0 ? "" : ", in VLAN " + vlan));
    }

    private String place(BridgePort port) {
        return node.name() + ':' + port.name;
    }

    void close() {
        secondTry.cancel();
        shut.stop();
    }
}
