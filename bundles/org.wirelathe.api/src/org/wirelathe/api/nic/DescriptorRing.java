package org.wirelathe.api.nic;

import org.wirelathe.api.packet.Packet;

/**
 * A ring of descriptors in host memory, shared by driver and card (B1, B2).
 *
 * <p>Four free-running indices chase each other, {@code reclaimed <= completed <= fetched <= posted}: the driver posts
 * and reclaims, the card fetches and completes. The slot of index {@code i} is {@code i & (size - 1)}. The ring belongs
 * to the core: a driver that is replaced leaves it where it is.
 */
public final class DescriptorRing {
    private final Packet[] slots;
    private final long[] times;
    private final int mask;
    private int posted;
    private int fetched;
    private int completed;
    private int reclaimed;

    /** @param size number of descriptors: a power of two from 2 to 32768 */
    public DescriptorRing(int size) {
        if (size < 2 || size > 32768 || Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("ring of " + size + " descriptors; take a power of two, 2 to 32768");
        }
        slots = new Packet[size];
        times = new long[size];
        mask = size - 1;
    }

    /** Number of descriptors. */
    public int size() {
        return slots.length;
    }

    /** Descriptors that the driver may post now. */
    public int room() {
        return slots.length - (posted - reclaimed);
    }

    /** Descriptors posted and not yet completed. */
    public int outstanding() {
        return posted - completed;
    }

    /** Descriptors posted and not yet fetched. */
    public int unfetched() {
        return posted - fetched;
    }

    /** Descriptors completed and not yet reclaimed. */
    public int reclaimable() {
        return completed - reclaimed;
    }

    /** Driver: posts a buffer. The caller has seen that there is {@link #room}. */
    public void post(Packet packet) {
        slots[posted++ & mask] = packet;
    }

    /** Card: fetches the next descriptor; {@code null} when none is posted. */
    public Packet fetch() {
        if (fetched == posted) {
            return null;
        }
        return slots[fetched++ & mask];
    }

    /** Card: notes when the descriptor fetched last will be done, ns. */
    public void doneAt(long time) {
        times[fetched - 1 & mask] = time;
    }

    /** Card: when the {@code n}th oldest descriptor in work is done, ns; {@code n} from 1 to {@link #inWork}. */
    public long doneOf(int n) {
        return times[completed + n - 1 & mask];
    }

    /** Descriptors fetched and not completed: in work at the card. */
    public int inWork() {
        return fetched - completed;
    }

    /** Card: completes the oldest descriptor in work, writing {@code packet} back into it ({@code null}: consumed). */
    public void complete(Packet packet) {
        slots[completed++ & mask] = packet;
    }

    /** Card: completes, as consumed, every descriptor in work that is done by {@code now} (ns). */
    public void completeUntil(long now) {
        while (completed != fetched && times[completed & mask] <= now) {
            slots[completed++ & mask] = null;
        }
    }

    /** Driver: takes back all completed descriptors of a ring from which the card consumes. */
    public void reclaimConsumed() {
        reclaimed = completed;
    }

    /** Driver: takes the oldest completed descriptor's packet out of the ring; there must be one. */
    public Packet reclaim() {
        int slot = reclaimed++ & mask;
        Packet packet = slots[slot];
        slots[slot] = null;
        return packet;
    }

    /** Driver at detach: takes back the newest descriptor that the card has not fetched; {@code null} when none. */
    public Packet unpost() {
        if (posted == fetched) {
            return null;
        }
        int slot = --posted & mask;
        Packet packet = slots[slot];
        slots[slot] = null;
        return packet;
    }

    /** The ring for people to look at: looking changes nothing. {@code now} is the present, ns. */
    public RingState state(long now) {
        int done = completed;
        while (done != fetched && times[done & mask] > 0 && times[done & mask] <= now) {
            done++;
        }
        return new RingState(slots.length, posted, fetched, done, completed, reclaimed);
    }
}
