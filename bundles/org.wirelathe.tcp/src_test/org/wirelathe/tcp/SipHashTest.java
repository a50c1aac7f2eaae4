package org.wirelathe.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.time.RandomStream;

/** SipHash-2-4 against its authors' vectors, and the sequence numbers made with it (RFC 6528). */
class SipHashTest {
    /**
     * Key and message 00 01 .. 0f: db 9b c2 57 7f cc 2a 3f, entry 16 of vectors_sip64 in the authors' implementation.
     */
    @Test
    void referenceVector() {
        SipHash hash = new SipHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);
        assertEquals(0x3f2acc7f57c29bdbL, hash.hash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L));
    }

    /** MUST-8: the same tuple 4 us later is one further; SHLD-1: another tuple is anywhere. */
    @Test
    void clockAndTuple() {
        VirtualTime time = new VirtualTime(0);
        InitialSequence isn = new InitialSequence(new RandomStream(1, "a"), time);
        int first = isn.next(1, 2, 3, 4);
        time.advance(3999);
        assertEquals(first, isn.next(1, 2, 3, 4));
        time.advance(1);
        assertEquals(first + 1, isn.next(1, 2, 3, 4));
        Set<Integer> others = new HashSet<>(Set.of(first + 1, isn.next(1, 2, 3, 5), isn.next(1, 2, 4, 4),
                isn.next(1, 3, 3, 4), isn.next(2, 2, 3, 4), isn.next(3, 4, 1, 2)));
        assertEquals(6, others.size());
    }

    /** MUST-9: it takes the key; the key comes from the run's seed. */
    @Test
    void keyed() {
        VirtualTime time = new VirtualTime(0);
        int a = new InitialSequence(new RandomStream(1, "a/tcp.isn"), time).next(1, 2, 3, 4);
        assertEquals(a, new InitialSequence(new RandomStream(1, "a/tcp.isn"), time).next(1, 2, 3, 4));
        assertNotEquals(a, new InitialSequence(new RandomStream(2, "a/tcp.isn"), time).next(1, 2, 3, 4));
        assertNotEquals(a, new InitialSequence(new RandomStream(1, "b/tcp.isn"), time).next(1, 2, 3, 4));
    }

    /** Row 21: over 10,000 tuples every bit is set about half the time; 4 standard deviations are 200. */
    @Test
    void bitsAreBalanced() {
        InitialSequence isn = new InitialSequence(new RandomStream(7, "a"), new VirtualTime(0));
        int[] set = new int[32];
        for (int port = 0; port < 10_000; port++) {
            int number = isn.next(1, port, 3, 80);
            for (int bit = 0; bit < 32; bit++) {
                set[bit] += number >>> bit & 1;
            }
        }
        for (int bit = 0; bit < 32; bit++) {
            assertEquals(5000, set[bit], 200, "bit " + bit);
        }
    }
}
