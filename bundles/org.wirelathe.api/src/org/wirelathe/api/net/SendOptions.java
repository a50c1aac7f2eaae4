package org.wirelathe.api.net;

/**
 * What a packet is sent with; made once, used for many.
 *
 * @param trafficClass DSCP and ECN: 0 to 255
 * @param hopLimit 1 to 255
 * @param discovery what is done about packets larger than the path takes
 * @param flowLabel IPv6 flow label, 0 to 0xFFFFF; {@link #AUTO_FLOW_LABEL} to have one made from the flow (RFC 6437 §3)
 */
public record SendOptions(int trafficClass, int hopLimit, Discovery discovery, int flowLabel) {
    /** Default hop limit (RFC 1340; Linux: 64). */
    public static final int DEFAULT_HOP_LIMIT = 64;
    /** The network layer chooses. */
    public static final int AUTO_FLOW_LABEL = -1;

    /** Path MTU discovery, by the names of Linux's IP_MTU_DISCOVER. */
    public enum Discovery {
        /** Never "don't fragment": cut to the first hop's MTU here, and further by routers (IPv4). */
        DONT,
        /** "Don't fragment" on what fits the path MTU; what is larger is cut here. */
        WANT,
        /** Always "don't fragment"; what is larger than the path MTU is refused: {@link Sent#TOO_BIG}. */
        DO,
        /** As {@link #DO}, but by the first hop's MTU: what is known of the path is ignored (traceroute --mtu). */
        PROBE
    }

    /** What TCP sends with when nobody says otherwise. */
    public static final SendOptions DEFAULT =
            new SendOptions(0, DEFAULT_HOP_LIMIT, Discovery.DO, AUTO_FLOW_LABEL);
    /** What datagrams are sent with when nobody says otherwise. */
    public static final SendOptions DATAGRAM =
            new SendOptions(0, DEFAULT_HOP_LIMIT, Discovery.WANT, AUTO_FLOW_LABEL);

    public SendOptions {
        if ((trafficClass & ~0xFF) != 0) {
            throw new IllegalArgumentException("a traffic class is 0 to 255, not " + trafficClass);
        }
        if (hopLimit < 1 || hopLimit > 255) {
            throw new IllegalArgumentException("a hop limit is 1 to 255, not " + hopLimit);
        }
        if (flowLabel < AUTO_FLOW_LABEL || flowLabel > 0xFFFFF) {
            throw new IllegalArgumentException("a flow label is 0 to 0xFFFFF, not " + flowLabel);
        }
    }

    /** The same with another traffic class. */
    public SendOptions trafficClass(int other) {
        return new SendOptions(other, hopLimit, discovery, flowLabel);
    }

    /** The same with another hop limit. */
    public SendOptions hopLimit(int other) {
        return new SendOptions(trafficClass, other, discovery, flowLabel);
    }

    /** The same with another way with large packets. */
    public SendOptions discovery(Discovery other) {
        return new SendOptions(trafficClass, hopLimit, other, flowLabel);
    }
}
