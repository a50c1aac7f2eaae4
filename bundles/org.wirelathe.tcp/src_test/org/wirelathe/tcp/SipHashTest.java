package org.wirelathe.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.time.RandomStream;
import org.wirelathe.wire.IpAddress;

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

    private static int next(InitialSequence isn, int local, int localPort, int remote, int remotePort) {
        return isn.next(IpAddress.ofV4(local), localPort, IpAddress.ofV4(remote), remotePort);
    }

    /** Every bit of both IPv6 addresses counts. */
    @Test
    void tupleOfIpv6() {
        InitialSequence isn = new InitialSequence(new RandomStream(1, "a"), new VirtualTime(0));
        IpAddress here = IpAddress.parse("2001:db8::1");
        IpAddress there = IpAddress.parse("2001:db8::2");
        Set<Integer> numbers = new HashSet<>();
        numbers.add(isn.next(here, 1, there, 2));
        for (int bit = 0; bit < 64; bit++) {
            IpAddress high = new IpAddress(there.high() ^ 1L << bit, there.low());
            IpAddress low = new IpAddress(there.high(), there.low() ^ 1L << bit);
            numbers.add(isn.next(here, 1, high, 2));
            numbers.add(isn.next(here, 1, low, 2));
            numbers.add(isn.next(high, 1, there, 2));
            numbers.add(isn.next(low, 1, there, 2));
        }
        assertEquals(257, numbers.size());
    }

    /** MUST-8: the same tuple 4 us later is one further; SHLD-1: another tuple is anywhere. */
    @Test
    void clockAndTuple() {
        VirtualTime time = new VirtualTime(0);
        InitialSequence isn = new InitialSequence(new RandomStream(1, "a"), time);
        int first = next(isn, 1, 2, 3, 4);
        time.advance(3999);
        assertEquals(first, next(isn, 1, 2, 3, 4));
        time.advance(1);
        assertEquals(first + 1, next(isn, 1, 2, 3, 4));
        Set<Integer> others = new HashSet<>(Set.of(first + 1, next(isn, 1, 2, 3, 5), next(isn, 1, 2, 4, 4),
                next(isn, 1, 3, 3, 4), next(isn, 2, 2, 3, 4), next(isn, 3, 4, 1, 2)));
        assertEquals(6, others.size());
    }

    /** MUST-9: it takes the key; the key comes from the run's seed. */
    @Test
    void keyed() {
        VirtualTime time = new VirtualTime(0);
        int a = next(new InitialSequence(new RandomStream(1, "a/tcp.isn"), time), 1, 2, 3, 4);
        assertEquals(a, next(new InitialSequence(new RandomStream(1, "a/tcp.isn"), time), 1, 2, 3, 4));
        assertNotEquals(a, next(new InitialSequence(new RandomStream(2, "a/tcp.isn"), time), 1, 2, 3, 4));
        assertNotEquals(a, next(new InitialSequence(new RandomStream(1, "b/tcp.isn"), time), 1, 2, 3, 4));
    }

    /** Row 21: over 10,000 tuples every bit is set about half the time; 4 standard deviations are 200. */
    @Test
    void bitsAreBalanced() {
        InitialSequence isn = new InitialSequence(new RandomStream(7, "a"), new VirtualTime(0));
        int[] set = new int[32];
        for (int port = 0; port < 10_000; port++) {
            int number = next(isn, 1, port, 3, 80);
            for (int bit = 0; bit < 32; bit++) {
                set[bit] += number >>> bit & 1;
            }
        }
        for (int bit = 0; bit < 32; bit++) {
            assertEquals(5000, set[bit], 200, "bit " + bit);
        }
    }
}
