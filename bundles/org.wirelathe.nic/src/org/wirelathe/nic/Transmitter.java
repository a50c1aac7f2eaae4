package org.wirelathe.nic;

import org.wirelathe.api.nic.DescriptorRing;
import org.wirelathe.api.nic.LinePort;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketFifo;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Probes;
import org.wirelathe.api.probe.Stage;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;

/**
 * The sending half of a card (B2, B3): fetches descriptors and frames at the doorbell, completes checksums, cuts large
 * packets, and hands all to the line at once, which tells when each will have left. A packet that was begun under
 * another fitting is completed all the same. When the line is to stop or to change, the frames whose first bit has not
 * left are called back and their descriptors given back to the ring.
 */
final class Transmitter {
    /** When a descriptor is done whose last segment waits in the card. */
    static final long NOT_YET = Long.MAX_VALUE;

    private final NodeContext node;
    private final String place;
    private final Probes probes;
    private final Scheduler scheduler;
    private final DescriptorRing ring;
    private final LinePort port;
    private final Segmenter segmenter;
    private final SegmentLog segments = new SegmentLog();
    private final TransportView view = new TransportView();
    private final Timer resume;
    private final Awaited[] awaited;
    /** Segments called back of a packet of which others have left; they go first. */
    private final PacketFifo held = new PacketFifo();
    private boolean carrier;
    private boolean closed;
    /** Whether the other end has told this card to be silent (IEEE 802.3 annex 31B). */
    private boolean paused;
    /** Frames ever given to the line and not called back. */
    private long given;
    /** The MAC control frame given last, and how many frames were given before it. */
    private Packet control;
    private long controlAt;

    private final Counter txPackets;
    private final Counter txBytes;
    private final Counter txPauseFrames;
    private final Counter txTsoPackets;
    private final Counter txTsoSegments;
    private final Counter txNoCarrier;
    private final Counter txBadOffload;

    Transmitter(NodeContext node, String place, DescriptorRing ring, LinePort port, Awaited... awaited) {
        this.node = node;
        this.place = place;
        probes = node.probes();
        scheduler = node.scheduler();
        this.ring = ring;
        this.port = port;
        this.awaited = awaited;
        segmenter = new Segmenter(node.packets());
        resume = scheduler.timer(this::resume);
        carrier = port.carrier();
        txPackets = node.counters().counter(place, "txPackets");
        txBytes = node.counters().counter(place, "txBytes");
        txPauseFrames = node.counters().counter(place, "txPauseFrames");
        txTsoPackets = node.counters().counter(place, "txTsoPackets");
        txTsoSegments = node.counters().counter(place, "txTsoSegments");
        txNoCarrier = node.counters().drop(place, "txNoCarrier");
        txBadOffload = node.counters().drop(place, "txBadOffload");
        port.onChange(this::lineChanged);
    }

    boolean carrier() {
        return carrier;
    }

    /** The doorbell was rung. */
    void fetch() {
        if (paused) {
            return;
        }
        while (ring.unfetched() > 0) {
            Packet frame = ring.fetch();
            if (frame == null) {
                doneWithTheOneBefore(); // dropped before it was called back
            } else if (!carrier) {
                drop(frame, txNoCarrier);
            } else if (frame.segmentSize > 0) {
                cut(frame);
            } else if (frame.checksum == Packet.CHECKSUM_NONE || complete(frame)) {
                ring.doneAt(give(frame));
            }
        }
    }

    private long give(Packet frame) {
        txPackets.increment();
        txBytes.add(frame.length());
        given++;
        if (probes.on) {
            probes.packet(Stage.DMA_OUT, node.name(), place, frame);
        }
        return port.send(frame);
    }

    /** Completes the transport checksum (B13); on the wire nothing tells who computed it. */
    private boolean complete(Packet frame) {
        boolean good = frame.checksum != Packet.CHECKSUM_PARTIAL || view.over(frame) && view.completeChecksum();
        frame.checksum = Packet.CHECKSUM_NONE;
        if (!good) {
            drop(frame, txBadOffload);
        }
        return good;
    }

    /** Cuts a large packet into frames, which are copies: the packet stays in the ring until the last has left. */
    private void cut(Packet large) {
        int count = segmenter.begin(large);
        if (count == 0) {
            drop(large, txBadOffload);
            return;
        }
        txTsoPackets.increment();
        txTsoSegments.add(count);
        for (int i = 0; i < count; i++) {
            giveSegment(segmenter.next());
        }
    }

    private void giveSegment(Packet segment) {
        long leaves = give(segment);
        segments.add(segment, leaves, scheduler.now());
        ring.doneAt(leaves);
    }

    private void drop(Packet frame, Counter reason) {
        reason.increment();
        tellDrop(frame, reason);
        ring.emptyFetched();
        doneWithTheOneBefore();
        frame.release();
    }

    /** Descriptors are done in order. */
    private void doneWithTheOneBefore() {
        long before = ring.inWork() > 1 ? ring.doneOf(ring.inWork() - 1) : 0;
        ring.doneAt(Math.max(before, scheduler.now()));
    }

    private void tellDrop(Packet frame, Counter reason) {
        if (probes.on) {
            probes.packet(Stage.DROP, node.name(), reason.name(), frame);
        }
    }

    /** Sends a MAC control frame before everything that waits, even while this card is itself told to be silent. */
    void control(Packet frame) {
        Packet obsolete = recall();
        if (obsolete != null) {
            txPauseFrames.add(-1);
            obsolete.release();
        }
        txPauseFrames.increment();
        giveControl(frame);
        giveAgain();
    }

    private void giveControl(Packet frame) {
        if (!carrier) {
            txPauseFrames.add(-1);
            frame.release();
            return;
        }
        control = frame;
        controlAt = given++;
        port.send(frame);
    }

    /** A PAUSE frame came: be silent for so many ns behind the frame on its way out; 0 ends the silence. */
    void pause(long time) {
        if (time == 0) {
            resume();
            return;
        }
        resume.armAt(scheduler.now() + time);
        if (!paused) {
            paused = true;
            again(recall());
        }
    }

    /** Until when the other end has silenced this card, ns; 0 when it has not. */
    long pausedUntil() {
        return paused ? resume.deadline() : 0;
    }

    void resume() {
        resume.cancel();
        if (paused) {
            paused = false;
            giveAgain();
        }
    }

    private void lineChanged() {
        if (closed) {
            return;
        }
        Packet frame = recall();
        carrier = port.carrier();
        if (!carrier) {
            resume(); // who silenced it is gone
        }
        again(frame);
    }

    private void again(Packet recalledControl) {
        if (recalledControl != null) {
            giveControl(recalledControl);
        }
        giveAgain();
    }

    /**
     * Calls back what has not begun to leave: descriptors go back to the ring, newest first. Segments of a packet of
     * which others have left wait in the card.
     *
     * @return the MAC control frame if it was among them
     */
    private Packet recall() {
        int count = port.recall();
        given -= count;
        Packet recalled = null;
        if (control != null && given <= controlAt) {
            recalled = control;
            count--;
        }
        control = null;
        while (count > 0) {
            Packet frame = ring.unfetch();
            if (frame == null) {
                continue;
            }
            if (frame.segmentSize == 0) {
                uncount(frame);
                count--;
            } else {
                count -= uncut(frame, count);
            }
        }
        return recalled;
    }

    /** Counters are true for what has left or is about to; what is called back is counted when it goes again. */
    private void uncount(Packet frame) {
        txPackets.add(-1);
        txBytes.add(-frame.length());
    }

    private int uncut(Packet large, int count) {
        int cut = segmenter.begin(large);
        boolean whole = cut <= count;
        int back = Math.min(cut, count);
        for (int i = 0; i < back; i++) {
            Packet segment = segments.takeNewest();
            uncount(segment);
            if (whole) {
                segment.release();
            } else {
                held.addFirst(segment);
            }
        }
        if (whole) {
            txTsoPackets.add(-1);
            txTsoSegments.add(-cut);
        } else {
            ring.fetch();
            ring.doneAt(NOT_YET);
        }
        return back;
    }

    private void giveAgain() {
        if (!paused) {
            for (Packet segment = held.poll(); segment != null; segment = held.poll()) {
                if (carrier) {
                    giveSegment(segment);
                } else {
                    txNoCarrier.increment();
                    tellDrop(segment, txNoCarrier);
                    doneWithTheOneBefore();
                    segment.release();
                }
            }
            fetch();
        }
        for (Awaited one : awaited) {
            one.arm();
        }
    }

    /** Segments that wait in the card. */
    int held() {
        return held.size();
    }

    void close() {
        closed = true;
        resume.cancel();
        held.releaseAll();
        segments.clear();
        ring.clear();
    }
}
