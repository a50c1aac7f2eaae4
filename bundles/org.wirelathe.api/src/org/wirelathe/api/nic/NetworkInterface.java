package org.wirelathe.api.nic;

import java.util.Optional;
import java.util.function.UnaryOperator;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Gauges;
import org.wirelathe.api.queue.PacketQueue;

/**
 * A node's interface: a card, the driver on it, and the queue in front. It outlives both: driver and queue are
 * replaced under it.
 */
public interface NetworkInterface {
    /** Name on its node, e.g. {@code eth0}. */
    String name();

    /** The card's MAC address. */
    long mac();

    /** Most bytes of payload in a frame. */
    int mtu();

    /**
     * Sends a frame, or queues it, or drops and counts it; takes ownership. An empty queue is bypassed (B15).
     *
     * @return false when the frame was dropped here (B16)
     */
    boolean send(Packet frame);

    /** Who takes the frames that arrive; until set they are dropped and counted. */
    void receiver(FrameReceiver receiver);

    /** Puts a queue in front of the device; what the old one holds moves over. */
    void queue(PacketQueue queue);

    /**
     * Puts a driver on the card; the old one's unsent frames are sent first.
     *
     * @param decorate wraps the device, e.g. in a capture; identity for none
     */
    void driver(NicDriver driver, UnaryOperator<NetDevice> decorate);

    /** What card and driver do in the layers' place now. */
    Offloads offloads();

    /**
     * Refits the card while it runs: ring sizes, coalescing, offloads, PAUSE (B11). Frames in the rings stay.
     *
     * @param spec with this interface's name and address
     */
    void refit(NicSpec spec);

    /** Whether the cable at the other side of the card carries (B16); frames sent while it does not are dropped. */
    boolean carrier();

    /** Frames waiting in the queue and in the TX ring. */
    int backlog();

    /** Releases every packet it holds: the run is over. */
    void close();

    /** Card, rings and queue as they are now; empty when this kind of interface does not say. Looking changes nothing. */
    default Optional<NicState> state() {
        return Optional.empty();
    }

    /** What the queue in front says of itself: {@link PacketQueue#gauges}. */
    default void gauges(Gauges out) {
        // An interface without a queue of its own has nothing to say.
    }
}
