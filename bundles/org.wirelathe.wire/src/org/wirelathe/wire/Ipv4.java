package org.wirelathe.wire;

/** IPv4 addresses as {@code int} in network order: 10.0.1.1 is {@code 0x0A000101}. */
public final class Ipv4 {
    /** 0.0.0.0: no address. */
    public static final int ANY = 0;
    /** 255.255.255.255: the limited broadcast address (RFC 1122 §3.2.1.3). */
    public static final int BROADCAST = -1;

    private Ipv4() {
    }

    /**
     * Reads a dotted quad: four decimal numbers 0 to 255 without leading zeros.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong
     */
    public static int parse(String text) {
        int address = 0;
        int at = 0;
        for (int part = 0; part < 4; part++) {
            int start = at;
            int value = 0;
            while (at < text.length() && at - start < 4 && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                value = value * 10 + text.charAt(at++) - '0';
            }
            boolean leadingZero = at - start > 1 && text.charAt(start) == '0';
            if (at == start || value > 255 || leadingZero) {
                throw malformed(text);
            }
            address = address << 8 | value;
            if (part < 3 && (at >= text.length() || text.charAt(at++) != '.')) {
                throw malformed(text);
            }
        }
        if (at != text.length()) {
            throw malformed(text);
        }
        return address;
    }

    private static IllegalArgumentException malformed(String text) {
        return new IllegalArgumentException(
                "'" + text + "' is not an IPv4 address; write four numbers from 0 to 255, as in 10.0.1.1");
    }

    /** The dotted quad of an address. */
    public static String format(int address) {
        return (address >>> 24) + "." + (address >>> 16 & 0xFF) + "." + (address >>> 8 & 0xFF) + "." + (address & 0xFF);
    }

    /** The network mask of a prefix length from 0 to 32. */
    public static int mask(int prefixLength) {
        return prefixLength == 0 ? 0 : -1 << 32 - prefixLength;
    }

    /** Whether {@code address} lies in the prefix {@code network/prefixLength}. */
    public static boolean inPrefix(int address, int network, int prefixLength) {
        return ((address ^ network) & mask(prefixLength)) == 0;
    }

    /** Whether the address is in 224.0.0.0/4. */
    public static boolean isMulticast(int address) {
        return address >>> 28 == 0xE;
    }

    /** Whether the address is in 127.0.0.0/8. */
    public static boolean isLoopback(int address) {
        return address >>> 24 == 127;
    }

    /** Whether an address may stand as the source of a packet on a wire (RFC 1122 §3.2.1.3, RFC 1812 §5.3.7). */
    public static boolean isUnicast(int address) {
        return address != ANY && address != BROADCAST && !isMulticast(address) && !isLoopback(address)
                && address >>> 28 != 0xF && address >>> 24 != 0;
    }
}
