package org.wirelathe.api.nic;

/**
 * How a card is fitted.
 *
 * @param name the interface's name on its node, e.g. {@code eth0}
 * @param mac its address
 * @param mtu most bytes of payload in a frame: 68 to 1500
 * @param txRing descriptors in the TX ring, a power of two
 * @param rxRing descriptors in the RX ring, a power of two
 */
public record NicSpec(String name, long mac, int mtu, int txRing, int rxRing) {
}
