package org.wirelathe.wire.filter;

/**
 * Tells frames that are meant from others, by an expression of pcap-filter(7): {@code host}, {@code net}, {@code port},
 * {@code portrange} with {@code src} or {@code dst}; {@code ether host}, {@code ether proto}, {@code ip proto},
 * {@code ip6 proto}; {@code ip}, {@code ip6}, {@code arp}, {@code tcp}, {@code udp}, {@code icmp}, {@code icmp6},
 * {@code vlan}, {@code broadcast}, {@code multicast}; {@code less}, {@code greater}; {@code and}, {@code or},
 * {@code not} and parentheses. As there, {@code and} and {@code or} bind equally and from the left, {@code not} binds
 * closer, and an address or a port by itself is tested as the one before it was.
 *
 * <p>Two things are other than there: neither a VLAN tag nor an extension header of IPv6 hides what is behind it.
 *
 * <p>Belongs to one thread; a frame costs no object.
 */
public final class FrameFilter {
    private final String text;
    private final Test test;
    private final FrameFields fields = new FrameFields();

    /** One test of a frame. */
    interface Test {
        boolean holds(FrameFields frame);
    }

    private FrameFilter(String text, Test test) {
        this.text = text;
        this.test = test;
    }

    /**
     * Reads a filter; an empty one means every frame.
     *
     * @throws FilterException when it cannot be read
     */
    public static FrameFilter of(String text) throws FilterException {
        return new FrameFilter(text.strip(), new FilterParser(text).parse());
    }

    /** Whether the frame {@code bytes[from .. to)}, destination address first, is meant. */
    public boolean matches(byte[] bytes, int from, int to) {
        fields.of(bytes, from, to);
        return test.holds(fields);
    }

    /**
     * Whether the IP packet {@code bytes[from .. to)}, of either family, is meant. It has no frame around it: no test of
     * station addresses or VLANs holds, and lengths are those of the packet.
     */
    public boolean matchesPacket(byte[] bytes, int from, int to) {
        fields.ofPacket(bytes, from, to);
        return test.holds(fields);
    }

    /** The filter as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
