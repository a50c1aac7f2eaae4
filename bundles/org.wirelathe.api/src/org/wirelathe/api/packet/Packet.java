package org.wirelathe.api.packet;

/**
 * One packet in one buffer, from {@code write} to the wire and back (an sk_buff, an mbuf; B12).
 *
 * <p>Layout: {@code bytes[head .. tail)} is the packet as the present layer sees it; before it lies headroom for the
 * headers of lower layers, behind it tailroom. Layers push and pull headers, nobody copies payload between layers.
 * Whoever holds a packet owns it and either passes it on or calls {@link #release}; after that it is gone.
 */
public final class Packet {
    /** Room kept in front of a fresh packet: Ethernet 14 + VLAN 4 + IPv4 60 + TCP 60, rounded up to whole words. */
    public static final int HEADROOM = 144;

    /** Software has computed the transport checksum, or is to verify it. */
    public static final byte CHECKSUM_NONE = 0;
    /** On the way out: the checksum field holds the sum over the pseudo header, the card adds the rest (B13). */
    public static final byte CHECKSUM_PARTIAL = 1;
    /** On the way in: the card has verified the transport checksum (B13). */
    public static final byte CHECKSUM_VERIFIED = 2;

    /** The buffer; positions are given by {@link #head} and {@link #tail}. */
    public final byte[] bytes;
    /** First byte of the packet. */
    public int head;
    /** First byte behind the packet. */
    public int tail;
    /** Free for the one queue that holds the packet. */
    public Packet next;
    /** Free for the one queue that holds the packet: a time in ns. */
    public long time;
    /** Free for the one queue that holds the packet: an order number. */
    public long order;
    /** Free for the line that carries the packet: when its first bit leaves, ns. */
    public long start;
    /** Set by an impairment: the frame check sequence would not verify. */
    public boolean corrupted;
    /** Free for the line that carries the packet: it will not arrive. */
    public boolean lost;
    /**
     * Causal id: given when the packet is taken from the pool, kept by every layer and node that passes it on, and
     * inherited by the segments that a card cuts from it; 1 at least.
     */
    public long id;
    /**
     * Who answers for the transport checksum (an sk_buff's {@code ip_summed}): {@link #CHECKSUM_NONE},
     * {@link #CHECKSUM_PARTIAL} or {@link #CHECKSUM_VERIFIED}.
     */
    public byte checksum;
    /**
     * Bytes of transport payload in each of the segments that a card is to cut this packet into (TSO), or that a driver
     * has put together in it (GRO); 0 for an ordinary packet (an sk_buff's {@code gso_size}; B13).
     */
    public int segmentSize;

    final PacketPool pool;
    /** Its place among the pool's sizes. */
    final int size;
    boolean free;

    Packet(PacketPool pool, int size, int capacity) {
        this.pool = pool;
        this.size = size;
        this.bytes = new byte[capacity];
    }

    /** Number of bytes. */
    public int length() {
        return tail - head;
    }

    /** Makes room for a header of {@code length} bytes in front; returns where it begins. */
    public int push(int length) {
        if (length > head) {
            throw new IllegalStateException("no headroom for " + length + " bytes, " + head + " left");
        }
        return head -= length;
    }

    /** Takes {@code length} bytes off the front; returns where they began. */
    public int pull(int length) {
        int at = head;
        if (length > tail - head) {
            throw new IllegalStateException("cannot pull " + length + " of " + length() + " bytes");
        }
        head += length;
        return at;
    }

    /** Appends room for {@code length} bytes, whose content is undefined; returns where it begins. */
    public int put(int length) {
        if (length > bytes.length - tail) {
            throw new IllegalStateException("no tailroom for " + length + " bytes, " + (bytes.length - tail) + " left");
        }
        int at = tail;
        tail += length;
        return at;
    }

    /** Cuts the packet to {@code length} bytes; what lay behind is link padding. */
    public void trim(int length) {
        if (length > length()) {
            throw new IllegalStateException("cannot trim " + length() + " bytes to " + length);
        }
        tail = head + length;
    }

    /**
     * A second packet like this one, in the same place of a buffer of its own: the same bytes and metadata, the same
     * causal id. It stands in no queue, and is released for itself.
     */
    public Packet copy() {
        Packet copy = pool.take(size, head);
        System.arraycopy(bytes, head, copy.bytes, head, length());
        copy.tail = tail;
        copy.time = time;
        copy.order = order;
        copy.start = start;
        copy.corrupted = corrupted;
        copy.lost = lost;
        copy.id = id;
        copy.checksum = checksum;
        copy.segmentSize = segmentSize;
        return copy;
    }

    /** Gives the packet back to its pool. A second release is a defect and throws. */
    public void release() {
        pool.give(this);
    }
}
