package org.wirelathe.tcp;

import org.wirelathe.wire.IpAddress;

/**
 * SipHash-2-4 (Aumasson, Bernstein: SipHash: a fast short-input PRF, 2012) of a message of two 64-bit words: the keyed
 * function behind initial sequence numbers and port offsets. Who does not have the key cannot compute it.
 */
final class SipHash {
    private final long key0;
    private final long key1;

    SipHash(long key0, long key1) {
        this.key0 = key0;
        this.key1 = key1;
    }

    /** Two addresses of one family as one word: both themselves when they are short enough, else their hash. */
    long word(IpAddress a, IpAddress b) {
        return a.isV4() ? (long) a.v4() << 32 | b.v4() & 0xFFFF_FFFFL
                : hash(hash(a.high(), a.low()), hash(b.high(), b.low()));
    }

    /** The hash of the 16 bytes that are the two words, little-endian. */
    long hash(long first, long second) {
        long v0 = key0 ^ 0x736f6d6570736575L;
        long v1 = key1 ^ 0x646f72616e646f6dL;
        long v2 = key0 ^ 0x6c7967656e657261L;
        long v3 = key1 ^ 0x7465646279746573L;
        long message = first;
        // Three words: the last holds no message byte, only the length in its top byte. Each gets 2 rounds, the end 4.
        for (int word = 0; word < 4; word++) {
            if (word == 3) {
                v2 ^= 0xFF;
            } else {
                v3 ^= message;
            }
            for (int round = word == 3 ? 4 : 2; round > 0; round--) {
                v0 += v1;
                v2 += v3;
                v1 = Long.rotateLeft(v1, 13) ^ v0;
                v3 = Long.rotateLeft(v3, 16) ^ v2;
                v0 = Long.rotateLeft(v0, 32);
                v2 += v1;
                v0 += v3;
                v1 = Long.rotateLeft(v1, 17) ^ v2;
                v3 = Long.rotateLeft(v3, 21) ^ v0;
                v2 = Long.rotateLeft(v2, 32);
            }
            if (word < 3) {
                v0 ^= message;
            }
            message = word == 0 ? second : 16L << 56;
        }
        return v0 ^ v1 ^ v2 ^ v3;
    }
}
