package org.wirelathe.ui.device;

import java.util.Locale;
import org.wirelathe.api.nic.Coalescing;
import org.wirelathe.api.nic.NicSpec;
import org.wirelathe.api.nic.Offloads;
import org.wirelathe.api.nic.RingState;
import org.wirelathe.model.Queue;
import org.wirelathe.ui.run.Figures;
import org.wirelathe.wire.Mac;

/** What the parts of the picture are, in plain words. */
final class DeviceTips {
    private DeviceTips() {
    }

    /** B15, B16. */
    static String queue(Device device) {
        return "Queue " + device.queue().type() + ": frames that find the TX ring full wait here, " + device.nic().queued()
                + " now, " + limit(device.queue()) + " at most, those in the ring included. An empty queue is bypassed;"
                + " a full one drops, and TCP sends again.";
    }

    static String limit(Queue queue) {
        return queue.unit() == Queue.Unit.PACKETS ? String.format(Locale.ROOT, "%,d", queue.limit())
                : Figures.bytes(queue.limit());
    }

    /** B1 to B3. */
    static String tx(Device device) {
        RingState ring = device.nic().tx();
        return "TX ring: the driver posts a descriptor for each frame and rings the doorbell; the card fetches it and the"
                + " frame by DMA, sends, and writes back; then the driver takes the buffer back.\n" + indices(ring);
    }

    /** B5. */
    static String rx(Device device) {
        return "RX ring: the driver posts empty buffers beforehand; the card copies each frame that arrives into the next"
                + " one. A frame that finds none is dropped, or waits in the card's own memory.\n"
                + indices(device.nic().rx());
    }

    private static String indices(RingState ring) {
        return String.format(Locale.ROOT,
                "Of %,d descriptors: driver posted %,d and took back %,d; card fetched %,d and wrote back %,d.",
                ring.size(), ring.posted(), ring.reclaimed(), ring.fetched(), ring.completed());
    }

    /** B4, B8. */
    static String card(Device device) {
        return "The card: sends and receives at the pace of its cable"
                + (device.rate() > 0 ? ", " + Figures.rate(device.rate()) : "")
                + "; preamble, CRC and gap between frames cost 24 bytes each. Driver and card do not wait for each other.";
    }

    static String carrier(Device device) {
        return device.nic().carrier() ? "Carrier: the cable is whole, and the other end is on."
                : "No carrier: the cable is cut; frames sent now are dropped and counted.";
    }

    /** B9, B10. */
    static String pause(Device device) {
        NicSpec spec = device.nic().spec();
        if (!spec.pause()) {
            return "PAUSE (IEEE 802.3x) is off: a card whose buffers are full drops frames.";
        }
        return "PAUSE (IEEE 802.3x) is on: a card whose buffers fill asks the other side to hold, instead of dropping. "
                + (device.nic().pausing() ? "This one has asked. " : "This one has not asked. ")
                + (device.heldByPause() ? "The other side has: this card holds until "
                        + Figures.time(device.nic().pausedUntil()) + "." : "The other side has not.");
    }

    static String pauseWord(Device device) {
        return !device.nic().spec().pause() ? "PAUSE off"
                : device.heldByPause() ? "PAUSE: held" : device.nic().pausing() ? "PAUSE: asks" : "PAUSE on";
    }

    /** B10. */
    static String memory(Device device) {
        return "Card memory: frames wait here while no buffer is posted in the RX ring; when it is full too, PAUSE or drops"
                + " follow. " + Figures.bytes(device.nic().cardBuffered()) + " of "
                + Figures.bytes(device.nic().spec().cardBuffer()) + " in use.";
    }

    static String mac(Device device) {
        return "The card's Ethernet address, " + Mac.format(device.nic().spec().mac()) + ".";
    }

    /** B13. */
    static String offloads(Device device) {
        return "Offloads: what card and driver do in the stack's place: checksums, cutting large segments (TSO), putting"
                + " segments together (GRO). A capture above the driver then differs from one on the wire.";
    }

    static String offloadsWord(Offloads offloads) {
        String words = (offloads.txChecksum() || offloads.rxChecksum() ? "checksum " : "")
                + (offloads.tso() ? "TSO " : "") + (offloads.gro() ? "GRO" : "");
        return words.isEmpty() ? "no offloads" : words.strip();
    }

    /** B6, B7. */
    static String interrupts(Device device) {
        return "Interrupts: the hard interrupt does the least it can; the soft interrupt then takes the frames from the"
                + " RX ring up the stack. Now " + coalescing(device.nic().spec().coalescing()) + ".";
    }

    static String coalescing(Coalescing coalescing) {
        return coalescing.frames() == 1 ? "one per frame"
                : coalescing.frames() + " frames or " + Figures.time(coalescing.time());
    }
}
