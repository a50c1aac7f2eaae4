package org.wirelathe.wire;

/** 48-bit MAC addresses in the low bits of a {@code long}; 02:00:00:00:00:01 is {@code 0x0200_0000_0001L}. */
public final class Mac {
    /** FF:FF:FF:FF:FF:FF. */
    public static final long BROADCAST = 0xFFFF_FFFF_FFFFL;

    private static final long LOCALLY_ADMINISTERED = 0x0200_0000_0000L;
    private static final long IPV4_GROUPS = 0x0100_5E00_0000L;
    private static final long GROUP = 0x0100_0000_0000L;

    private Mac() {
    }

    /** The {@code n}th locally administered unicast address; {@code n} from 0 to 2^40-1. */
    public static long local(long n) {
        return LOCALLY_ADMINISTERED | n;
    }

    /** Whether the address names a group: multicast or broadcast (IEEE 802 §8.2). */
    public static boolean isGroup(long mac) {
        return (mac & GROUP) != 0;
    }

    /** Where frames to an IPv4 group go: its low 23 bits behind 01-00-5E (RFC 1112 §6.4). */
    public static long ofGroup(int ipv4) {
        return IPV4_GROUPS | ipv4 & 0x7F_FFFF;
    }

    /** Six lower-case hexadecimal octets with colons. */
    public static String format(long mac) {
        StringBuilder text = new StringBuilder(17);
        for (int shift = 40; shift >= 0; shift -= 8) {
            int octet = (int) (mac >>> shift) & 0xFF;
            text.append(Character.forDigit(octet >>> 4, 16)).append(Character.forDigit(octet & 0xF, 16));
            if (shift > 0) {
                text.append(':');
            }
        }
        return text.toString();
    }

    /**
     * Reads six hexadecimal octets separated by colons.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong
     */
    public static long parse(String text) {
        String[] octets = text.split(":", -1);
        long mac = 0;
        boolean good = octets.length == 6;
        for (int i = 0; good && i < 6; i++) {
            good = octets[i].matches("[0-9a-fA-F]{2}");
            mac = good ? mac << 8 | Integer.parseInt(octets[i], 16) : mac;
        }
        if (!good) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a MAC address; write six hexadecimal octets, as in 02:00:00:00:00:01");
        }
        return mac;
    }
}
