package org.wirelathe.ip.filter;

/**
 * To which address the later fragments of packets go whose first was translated: they have no ports. A fragment that
 * comes before its first is not waited for. It remembers a few hundred packets; one that falls on the place of another
 * takes it.
 */
final class FragmentTrail {
    private static final int PLACES = 256;
    /** As long as the destination waits for the rest (RFC 1122 §3.3.2, Linux), ns. */
    private static final long LIFETIME = 30_000_000_000L;

    private final long[] addresses = new long[PLACES];
    private final long[] rest = new long[PLACES];
    private final long[] until = new long[PLACES];
    private final int[] translated = new int[PLACES];
    private final long key;

    FragmentTrail(long key) {
        this.key = key;
    }

    private static long addresses(NatView packet) {
        return (long) packet.source() << 32 | packet.destination() & 0xFFFF_FFFFL;
    }

    private static long rest(NatView packet) {
        return (long) packet.ip.identification() << 8 | packet.protocol();
    }

    private int place(long addresses, long rest) {
        return (int) Chains.hash(key, addresses, rest) & PLACES - 1;
    }

    /** A first fragment, as it came, is translated to that address. */
    void remember(NatView first, int address, long now) {
        long addresses = addresses(first);
        long rest = rest(first);
        int at = place(addresses, rest);
        this.addresses[at] = addresses;
        this.rest[at] = rest;
        translated[at] = address;
        until[at] = now + LIFETIME;
    }

    /** Where a later fragment's first was remembered; {@link Chains#NONE} when it was not. */
    int find(NatView later, long now) {
        long addresses = addresses(later);
        long rest = rest(later);
        int at = place(addresses, rest);
        return this.addresses[at] == addresses && this.rest[at] == rest && now < until[at] ? at : Chains.NONE;
    }

    int address(int at) {
        return translated[at];
    }
}
