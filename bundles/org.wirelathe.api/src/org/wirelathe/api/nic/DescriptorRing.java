package org.wirelathe.api.nic;

import java.util.Arrays;

import org.wirelathe.api.packet.Packet;

/**
 * A ring of descriptors {address, length, flags} in host memory, shared by driver and card (B1, B2).
 *
 * <p>Four free-running indices chase each other, {@code reclaimed <= completed <= fetched <= posted}: the driver posts
 * and reclaims, the card fetches and completes. The ring belongs to the core: a driver that is replaced leaves it where
 * it is, and its size changes while frames stand in it.
 *
 * <p>A TX descriptor names a packet. An RX descriptor names an empty buffer of {@link #bufferLength} bytes; since card
 * and driver exchange packets where a real card copies, the buffer is nothing but its length until a frame comes and
 * its packet takes the place. So a ring that is never filled costs next to nothing, and an empty one begins again at
 * its first slot, which is still in the cache.
 */
public final class DescriptorRing {
    /** Flag: the packet ends in this descriptor; always set here. */
    public static final int END_OF_PACKET = 1;
    /** Flag: the card is to complete the transport checksum (TX), or has verified it (RX). */
    public static final int CHECKSUM = 2;
    /** Flag: the card is to cut the packet into segments. */
    public static final int SEGMENT = 4;
    /** Flag, written back by the card: the descriptor is done. */
    public static final int DONE = 8;

    /** What the bus maps a buffer into: a window for each slot, large enough for the largest packet. */
    private static final long WINDOW = 0x2_0000;
    private static final long BUS = 0x1_0000_0000L;
    private static final int FLAGS = 3;
    private static final int INITIAL = 16;

    private int size;
    /** From the base on, the descriptors that hold a packet: a power of two of them, grown on demand. */
    private Packet[] slots = new Packet[INITIAL];
    /** Length and flags. */
    private int[] words = new int[INITIAL];
    private long[] times = new long[INITIAL];
    private int mask = INITIAL - 1;
    /** The index that stands in the first slot. */
    private int base;
    private int bufferLength;
    private int posted;
    private int fetched;
    private int completed;
    private int reclaimed;

    /** @param size number of descriptors: a power of two from 2 to 32768 */
    public DescriptorRing(int size) {
        this.size = require(size);
    }

    private static int require(int size) {
        if (size < 2 || size > 32768 || Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("ring of " + size + " descriptors; take a power of two, 2 to 32768");
        }
        return size;
    }

    /** Number of descriptors. */
    public int size() {
        return size;
    }

    /**
     * Core: gives the ring another size (B11). What stands in it stays; while that is more than fits there is no room.
     * Empty buffers that no longer fit are taken back.
     *
     * @param size as for a new ring
     */
    public void resize(int size) {
        this.size = require(size);
        if (bufferLength > 0 && posted - reclaimed > size) {
            posted = Math.max(fetched - reclaimed, size) + reclaimed;
        }
    }

    /** Descriptors that the driver may post now. */
    public int room() {
        return Math.max(0, size - (posted - reclaimed));
    }

    /** Descriptors posted and not yet completed. */
    public int outstanding() {
        return posted - completed;
    }

    /** Descriptors posted and not yet fetched. */
    public int unfetched() {
        return posted - fetched;
    }

    /** Descriptors fetched and not completed: in work at the card. */
    public int inWork() {
        return fetched - completed;
    }

    /** Descriptors completed and not yet reclaimed. */
    public int reclaimable() {
        return completed - reclaimed;
    }

    /** How many descriptors have ever been completed, modulo 2^32. */
    public int completed() {
        return completed;
    }

    private int slot(int index) {
        return index - base & mask;
    }

    /** TX driver: posts a packet. The caller has seen that there is {@link #room}. */
    public void post(Packet packet) {
        int used = posted - reclaimed;
        if (used == 0) {
            base = posted;
        } else if (used > mask) {
            grow();
        }
        int slot = slot(posted++);
        slots[slot] = packet;
        words[slot] = packet.length() << FLAGS | END_OF_PACKET
                | (packet.checksum == Packet.CHECKSUM_PARTIAL ? CHECKSUM : 0) | (packet.segmentSize > 0 ? SEGMENT : 0);
    }

    /** RX driver: posts as many empty buffers as there is room for, each for frames of up to {@code length} bytes. */
    public void postBuffers(int length) {
        bufferLength = length;
        posted += room();
    }

    /** RX driver: posts one more empty buffer. The caller has seen that there is {@link #room}. */
    public void postBuffer() {
        posted++;
    }

    /** Bytes of a frame that a posted buffer holds; 0 in a ring that has none. */
    public int bufferLength() {
        return bufferLength;
    }

    /** TX card: fetches the next descriptor; {@code null} when none is posted. */
    public Packet fetch() {
        return fetched == posted ? null : slots[slot(fetched++)];
    }

    /** TX card: gives the descriptor fetched last back to the ring as if never fetched; returns its packet. */
    public Packet unfetch() {
        return slots[slot(--fetched)];
    }

    /** TX card: the descriptor fetched last names a packet no more: the card has dropped it. */
    public void emptyFetched() {
        int slot = slot(fetched - 1);
        slots[slot] = null;
        words[slot] &= ~SEGMENT;
    }

    /** TX card: notes when the descriptor fetched last will be done, ns. */
    public void doneAt(long time) {
        times[slot(fetched - 1)] = time;
    }

    /** TX card: when the {@code n}th oldest descriptor in work is done, ns; {@code n} from 1 to {@link #inWork}. */
    public long doneOf(int n) {
        return times[slot(completed + n - 1)];
    }

    /**
     * TX card: completes, as consumed, every descriptor in work that is done by {@code now} (ns). A packet that was cut
     * into segments is released: they were copies.
     */
    public void completeUntil(long now) {
        while (completed != fetched && times[slot(completed)] <= now) {
            int slot = slot(completed++);
            if ((words[slot] & SEGMENT) != 0) {
                slots[slot].release();
            }
            slots[slot] = null;
        }
    }

    /** RX card: fetches a posted buffer and completes its descriptor with a frame. There must be one posted. */
    public void complete(Packet frame) {
        int used = completed - reclaimed;
        if (used == 0) {
            base = completed;
        } else if (used > mask) {
            grow();
        }
        fetched++;
        int slot = slot(completed++);
        slots[slot] = frame;
        words[slot] = frame.length() << FLAGS | END_OF_PACKET
                | (frame.checksum == Packet.CHECKSUM_VERIFIED ? CHECKSUM : 0);
    }

    private void grow() {
        int half = slots.length;
        Packet[] inOrder = new Packet[2 * half];
        int[] itsWords = new int[2 * half];
        long[] itsTimes = new long[2 * half];
        for (int i = 0; i < half; i++) {
            int slot = slot(reclaimed + i);
            inOrder[i] = slots[slot];
            itsWords[i] = words[slot];
            itsTimes[i] = times[slot];
        }
        slots = inOrder;
        words = itsWords;
        times = itsTimes;
        mask = 2 * half - 1;
        base = reclaimed;
    }

    /** TX driver: takes back all completed descriptors. */
    public void reclaimConsumed() {
        reclaimed = completed;
    }

    /** RX driver: takes the oldest completed descriptor's frame out of the ring; there must be one. */
    public Packet reclaim() {
        int slot = slot(reclaimed++);
        Packet packet = slots[slot];
        slots[slot] = null;
        return packet;
    }

    /** TX driver at detach: takes back the newest descriptor not fetched; {@code null} when none. */
    public Packet unpost() {
        if (posted == fetched) {
            return null;
        }
        int slot = slot(--posted);
        Packet packet = slots[slot];
        slots[slot] = null;
        return packet;
    }

    /** RX driver at detach: takes back all empty buffers. */
    public void unpostBuffers() {
        posted = fetched;
    }

    /** Core, at the end of a run: releases packets cut into segments whose last one has not left, and forgets all. */
    public void clear() {
        for (int i = completed; i != fetched; i++) {
            if ((words[slot(i)] & SEGMENT) != 0) {
                slots[slot(i)].release();
            }
        }
        Arrays.fill(slots, null);
        posted = fetched = completed = reclaimed;
    }

    /** Descriptors that hold a packet: what {@link #packet}, {@link #length} and {@link #flags} can be asked for. */
    public int held() {
        return bufferLength > 0 ? completed - reclaimed : posted - reclaimed;
    }

    /**
     * The packet of the {@code n}th oldest descriptor, from 0; {@code null} once the card has consumed it: its buffer
     * is unmapped then. One in work may belong to the line already.
     */
    public Packet packet(int n) {
        return slots[slot(reclaimed + n)];
    }

    /** The length in the {@code n}th oldest descriptor, bytes. */
    public int length(int n) {
        return words[slot(reclaimed + n)] >>> FLAGS;
    }

    /** The flags in the {@code n}th oldest descriptor. */
    public int flags(int n) {
        return words[slot(reclaimed + n)] & (1 << FLAGS) - 1 | (n < completed - reclaimed ? DONE : 0);
    }

    /**
     * The bus address in the {@code n}th oldest descriptor: posting maps the buffer into the window of its slot, and
     * the card reaches nothing else (B1).
     */
    public long address(int n) {
        int slot = slot(reclaimed + n);
        return BUS + slot * WINDOW + (slots[slot] == null ? 0 : slots[slot].head);
    }

    /** The ring for people to look at: looking changes nothing. {@code now} is the present, ns. */
    public RingState state(long now) {
        int done = completed;
        while (done != fetched && times[slot(done)] <= now) {
            done++;
        }
        return new RingState(size, posted, fetched, done, completed, reclaimed);
    }
}
