package org.wirelathe.socket;

import java.util.Arrays;

import org.wirelathe.api.net.Arrival;
import org.wirelathe.api.packet.Packet;

/**
 * Datagrams that an application has not taken yet, oldest first, in the packets that they came in (B52). It holds as
 * much memory as SO_RCVBUF says, overhead included; as in Linux a datagram is taken as long as there is any room left.
 */
final class DatagramQueue {
    /** What an sk_buff takes, and what lies in its buffer beside the packet: headroom, headers, skb_shared_info. */
    private static final int DESCRIPTION = 256;
    private static final int AROUND = 64 + 42 + 320;
    /** A frame's worth of text: what a datagram that came in fragments is made of. */
    private static final int FRAME = 1472;
    private static final int SMALLEST_BUFFER = 512;
    /** Longs for the ends of a datagram: two addresses, and the port that it came from. */
    private static final int WORDS = 5;

    private final int limit;
    private Packet[] packets = new Packet[16];
    private long[] ends = new long[16 * WORDS];
    private int first;
    private int count;
    private int memory;
    private int bytes;

    DatagramQueue(int limit) {
        this.limit = limit;
    }

    /**
     * The memory that a datagram of that many bytes takes: in Linux its truesize, which depends on the driver. Here it
     * is that of a buffer of a power of two for each frame: 768 for the smallest, 2304 for a full frame.
     */
    static int memory(int length) {
        return length / FRAME * ofBuffer(FRAME) + (length % FRAME == 0 && length > 0 ? 0 : ofBuffer(length % FRAME));
    }

    private static int ofBuffer(int length) {
        int buffer = SMALLEST_BUFFER;
        while (buffer < AROUND + length) {
            buffer *= 2;
        }
        return DESCRIPTION + buffer;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Memory that is taken. */
    int memory() {
        return memory;
    }

    /** Bytes of text that wait. */
    int bytes() {
        return bytes;
    }

    /** Takes a datagram; false when there is no room. */
    boolean add(Packet packet, Arrival arrival, int sourcePort) {
        if (memory > limit) {
            return false;
        }
        if (count == packets.length) {
            grow();
        }
        int place = first + count++ & packets.length - 1;
        packets[place] = packet;
        ends[place * WORDS] = arrival.sourceHigh;
        ends[place * WORDS + 1] = arrival.sourceLow;
        ends[place * WORDS + 2] = arrival.destinationHigh;
        ends[place * WORDS + 3] = arrival.destinationLow;
        ends[place * WORDS + 4] = sourcePort;
        memory += memory(packet.length());
        bytes += packet.length();
        return true;
    }

    private void grow() {
        int size = packets.length;
        Packet[] longer = Arrays.copyOf(packets, 2 * size);
        long[] further = Arrays.copyOf(ends, 2 * size * WORDS);
        for (int i = 0; i < first; i++) {                               // what had wrapped round goes behind
            longer[size + i] = packets[i];
            System.arraycopy(ends, i * WORDS, further, (size + i) * WORDS, WORDS);
        }
        packets = longer;
        ends = further;
    }

    /** One of the words that say where the oldest came from: source, destination, port. */
    long end(int word) {
        return ends[first * WORDS + word];
    }

    /** Takes out the oldest; there must be one. */
    Packet take() {
        Packet packet = packets[first];
        packets[first] = null;
        first = first + 1 & packets.length - 1;
        count--;
        memory -= memory(packet.length());
        bytes -= packet.length();
        return packet;
    }

    void releaseAll() {
        while (!isEmpty()) {
            take().release();
        }
    }
}
