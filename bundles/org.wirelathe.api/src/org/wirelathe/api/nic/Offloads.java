package org.wirelathe.api.nic;

/**
 * What a card and its driver do in the layers' place (B13).
 *
 * @param txChecksum the card completes transport checksums ({@link org.wirelathe.api.packet.Packet#CHECKSUM_PARTIAL})
 * @param rxChecksum the card verifies transport checksums
 * @param tso the card cuts a large TCP segment into frames; needs {@code txChecksum}
 * @param gro the driver puts TCP segments that follow each other together; needs {@code rxChecksum}
 */
public record Offloads(boolean txChecksum, boolean rxChecksum, boolean tso, boolean gro) {
    /** Everything in software. */
    public static final Offloads NONE = new Offloads(false, false, false, false);
    /** All of them, as a server's card has them. */
    public static final Offloads ALL = new Offloads(true, true, true, true);

    public Offloads {
        if (tso && !txChecksum || gro && !rxChecksum) {
            throw new IllegalArgumentException("segmentation offload needs checksum offload in the same direction");
        }
    }
}
