package org.wirelathe.wire;

/** EtherType numbers (RFC 9542 appendix B). */
public final class EtherType {
    public static final int IPV4 = 0x0800;
    public static final int ARP = 0x0806;
    public static final int IPV6 = 0x86DD;

    /** A tag: priority and VLAN, then the EtherType proper (IEEE 802.1Q §9.6). */
    public static final int VLAN = 0x8100;
    /** Loopback frames (Ethernet V2, Configuration Testing Protocol). */
    public static final int LOOPBACK = 0x9000;
    /** Numbers below are the length of an IEEE 802.3 frame (IEEE 802.3 §3.2.6). */
    public static final int LEAST = 0x0600;

    private EtherType() {
    }
}
