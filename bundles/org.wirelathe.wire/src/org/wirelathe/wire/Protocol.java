package org.wirelathe.wire;

/** Protocol numbers in the IPv4 header (RFC 9293, RFC 792, RFC 768). */
public final class Protocol {
    public static final int ICMP = 1;
    public static final int TCP = 6;
    public static final int UDP = 17;

    private Protocol() {
    }
}
