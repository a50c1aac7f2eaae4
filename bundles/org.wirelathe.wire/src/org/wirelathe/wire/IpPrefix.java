package org.wirelathe.wire;

/**
 * All addresses of one family that begin with the same bits.
 *
 * @param network the first of them: the bits behind the prefix are zero
 * @param length bits that are common: 0 to 32 for IPv4, 0 to 128 for IPv6
 */
public record IpPrefix(IpAddress network, int length) {
    /** 0.0.0.0/0. */
    public static final IpPrefix DEFAULT_V4 = new IpPrefix(IpAddress.ANY_V4, 0);
    /** ::/0. */
    public static final IpPrefix DEFAULT_V6 = new IpPrefix(IpAddress.ANY, 0);

    /** @throws IllegalArgumentException when the length does not fit the family; bits behind it are cleared */
    public IpPrefix {
        if (length < 0 || length > network.bits()) {
            throw new IllegalArgumentException("a prefix length is 0 to " + network.bits() + ", not " + length);
        }
        int bits = length + 128 - network.bits();
        network = new IpAddress(network.high() & maskHigh(bits), network.low() & maskLow(bits));
    }

    /**
     * Reads {@code 10.0.0.0/8} or {@code 2001:db8::/32}; without a length it is one address.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong
     */
    public static IpPrefix parse(String text) {
        int slash = text.indexOf('/');
        IpAddress address = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
        return new IpPrefix(address, slash < 0 ? address.bits() : lengthIn(text, slash + 1));
    }

    private static int lengthIn(String text, int at) {
        String digits = text.substring(at);
        if (digits.isEmpty() || digits.length() > 3 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("'" + text + "' has no prefix length; write one behind the slash, as in "
                    + text.substring(0, at) + "24");
        }
        return Integer.parseInt(digits);
    }

    /** The first 64 bits of a mask of {@code bits} ones, 0 to 128. */
    public static long maskHigh(int bits) {
        return bits == 0 ? 0 : bits >= 64 ? -1 : -1L << 64 - bits;
    }

    /** The last 64 bits of a mask of {@code bits} ones, 0 to 128. */
    public static long maskLow(int bits) {
        return bits <= 64 ? 0 : bits >= 128 ? -1 : -1L << 128 - bits;
    }

    /** Whether the prefix is one of IPv4. */
    public boolean isV4() {
        return network.isV4();
    }

    /** Length in the 128 bits of {@link IpAddress}: 96 more than {@link #length} for IPv4. */
    public int bits() {
        return length + 128 - network.bits();
    }

    /** Whether an address lies in the prefix; one of the other family never does. */
    public boolean contains(IpAddress address) {
        return contains(address.high(), address.low()) && address.isV4() == isV4();
    }

    /** Whether 128 bits begin with the prefix. */
    public boolean contains(long high, long low) {
        int bits = bits();
        return ((high ^ network.high()) & maskHigh(bits)) == 0 && ((low ^ network.low()) & maskLow(bits)) == 0;
    }

    @Override
    public String toString() {
        return network + "/" + length;
    }
}
