package org.wirelathe.api.nic;

/**
 * How a card is fitted.
 *
 * @param name the interface's name on its node, e.g. {@code eth0}
 * @param mac its address
 * @param mtu most bytes of payload in a frame: 68 to 9000
 * @param txRing descriptors in the TX ring, a power of two
 * @param rxRing descriptors in the RX ring, a power of two
 * @param coalescing when it interrupts
 * @param offloads what it does in the layers' place
 * @param pause whether it sends and obeys IEEE 802.3x PAUSE frames (B9): it asks for silence when frames fill half of
 *        {@code cardBuffer}, and ends it at a quarter; the upper half is for what is on the way meanwhile
 * @param cardBuffer bytes of frames that the card itself can hold while no RX descriptor is posted (B10)
 */
public record NicSpec(String name, long mac, int mtu, int txRing, int rxRing, Coalescing coalescing, Offloads offloads,
        boolean pause, int cardBuffer) {
    /** A card that interrupts for every frame, offloads nothing, knows no PAUSE and holds nothing itself. */
    public NicSpec(String name, long mac, int mtu, int txRing, int rxRing) {
        this(name, mac, mtu, txRing, rxRing, Coalescing.NONE, Offloads.NONE, false, 0);
    }
}
