package org.wirelathe.ip.ndp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import org.wirelathe.api.time.RandomStream;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

/**
 * Interface identifiers that stay the same on a subnet and differ between subnets (RFC 7217 §5): a hash of prefix,
 * interface, count of duplicates and a secret that comes from the run's seed.
 */
final class StableAddress {
    /** Bits of an identifier, and of a prefix that can have one (RFC 4291 §2.5.1). */
    static final int IDENTIFIER_BITS = 64;

    private final long secretHigh;
    private final long secretLow;
    private final byte[] networkInterface;

    /** @param secret the node's stream for this purpose; 128 bits are taken from it */
    StableAddress(RandomStream secret, String networkInterface) {
        secretHigh = secret.nextLong();
        secretLow = secret.nextLong();
        this.networkInterface = networkInterface.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The address in a prefix of 64 bits.
     *
     * @param dadCounter how many before it were duplicates, or reserved identifiers
     */
    IpAddress in(IpPrefix prefix, int dadCounter) {
        return new IpAddress(prefix.network().high(), identifier(prefix.network().high(), dadCounter));
    }

    /** F(Prefix, Net_Iface, Network_ID, DAD_Counter, secret_key), its first 64 bits; there is no Network_ID. */
    private long identifier(long prefix, int dadCounter) {
        byte[] input = ByteBuffer.allocate(Long.BYTES + networkInterface.length + Integer.BYTES + 2 * Long.BYTES)
                .putLong(prefix).put(networkInterface).putInt(dadCounter).putLong(secretHigh).putLong(secretLow)
                .array();
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(input)).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Whether an identifier is one of those that no interface may have (RFC 5453 §3). */
    static boolean isReserved(long identifier) {
        return identifier == 0
                || identifier >>> 24 == 0x0200_5EFF_FEL
                || identifier >>> 7 == 0xFDFF_FFFF_FFFF_FF80L >>> 7;
    }
}
