package org.wirelathe.sim;

import java.util.Arrays;

/**
 * Events that lie ahead, roughly in order: a hierarchical timing wheel (Varghese, Lauck, SOSP 1987) that is asked for
 * one slot after the other and leaves the order within a slot to whoever takes it.
 *
 * <p>A slot of level 0 spans 2^10 ns, one of each higher level 4096 of the level below. An event lies on the level of
 * the highest digit, to base 4096, in which its time differs from the present slot's; so on each level only slots later
 * than the present one are in use, whatever the time, and the first in use of the lowest level comes next.
 *
 * <p>A slot is a chain of chunks of seven events, side by side in memory: a million events that wait are written and
 * read in passing, where a heap or a list of single events would wait for the memory at each of them.
 */
final class TimingWheel {
    private static final int SHIFT = 10;
    private static final int BITS = 12;
    private static final int SLOTS = 1 << BITS;
    private static final int LEVELS = (63 - SHIFT + BITS - 1) / BITS;
    private static final int WORDS = SLOTS / 64;
    /** Longs in a chunk: the chunk before it, then pairs of time and key; the last long lies idle. */
    private static final int CHUNK = 16;
    private static final int END = CHUNK - 1;

    /** By slot: where the last event of the last chunk ends; 0 for an empty slot. */
    private final int[] ends = new int[LEVELS * SLOTS];
    /** By slot, a bit: whether it is in use; and by word of those, whether any bit is set. */
    private final long[] used = new long[LEVELS * WORDS];
    private final long[] usedWords = new long[LEVELS];
    /** The first chunk is never used: 0 means none. */
    private long[] chunks = new long[64 * CHUNK];
    private int chunksMade = CHUNK;
    private int freeChunk;
    /** When the present slot begins. */
    private long present;
    private int size;

    /** Makes the slot of a time the present one; only while empty. Returns the last time in it. */
    long start(long time) {
        present = time >>> SHIFT << SHIFT;
        return lastOfPresent();
    }

    private long lastOfPresent() {
        return present + (1 << SHIFT) - 1;
    }

    int size() {
        return size;
    }

    /** Adds an event that is later than the present slot. */
    void add(long time, long key) {
        long difference = (time ^ present) >>> SHIFT;
        int level = (63 - Long.numberOfLeadingZeros(difference)) / BITS;
        int slot = level << BITS | (int) (time >>> SHIFT + level * BITS) & SLOTS - 1;
        int end = ends[slot];
        if (end == 0) {
            used[slot >> 6] |= 1L << slot;
            usedWords[level] |= 1L << (slot >> 6);
        }
        if ((end & END) == 0 || (end & END) == END) {
            end = newChunk(end);
        }
        chunks[end] = time;
        chunks[end + 1] = key;
        ends[slot] = end + 2;
        size++;
    }

    /** Takes a chunk into use, behind the one that ends at {@code before}; returns where its first event goes. */
    private int newChunk(int before) {
        int chunk = freeChunk;
        if (chunk != 0) {
            freeChunk = (int) chunks[chunk];
        } else {
            if (chunksMade == chunks.length) {
                chunks = Arrays.copyOf(chunks, 2 * chunksMade);
            }
            chunk = chunksMade;
            chunksMade += CHUNK;
        }
        chunks[chunk] = before;
        return chunk + 1;
    }

    /**
     * Makes the next slot in use the present one and moves its events to {@code heap}; there must be one.
     *
     * @return the last time in it
     */
    long next(QuaternaryHeap heap) {
        while (heap.isEmpty()) {
            int level = 0;
            while (usedWords[level] == 0) {
                level++;
            }
            int slot = firstUsed(level);
            int shift = SHIFT + level * BITS;
            long above = level == LEVELS - 1 ? 0 : present >>> shift + BITS << shift + BITS;
            present = above | (long) (slot & SLOTS - 1) << shift;
            empty(slot, lastOfPresent(), heap);
        }
        return lastOfPresent();
    }

    /** Moves all events to {@code heap}. */
    void pour(QuaternaryHeap heap) {
        for (int level = 0; level < LEVELS; level++) {
            while (usedWords[level] != 0) {
                empty(firstUsed(level), Long.MAX_VALUE, heap);
            }
        }
    }

    private int firstUsed(int level) {
        int word = level * WORDS + Long.numberOfTrailingZeros(usedWords[level]);
        return (word << 6) + Long.numberOfTrailingZeros(used[word]);
    }

    /** Moves the events of a slot: up to a time to {@code heap}, later ones to lower levels. */
    private void empty(int slot, long last, QuaternaryHeap heap) {
        int level = slot >> BITS;
        int word = slot >> 6;
        used[word] &= ~(1L << slot);
        if (used[word] == 0) {
            usedWords[level] &= ~(1L << word);
        }
        int at = ends[slot];
        ends[slot] = 0;
        while (at != 0) {
            int chunk = at & -CHUNK;
            for (at -= 2; at > chunk; at -= 2) {
                long time = chunks[at];
                long key = chunks[at + 1];
                size--;
                if (time <= last) {
                    heap.insert(time, key);
                } else {
                    add(time, key);
                }
            }
            at = (int) chunks[chunk];
            chunks[chunk] = freeChunk;
            freeChunk = chunk;
        }
    }
}
