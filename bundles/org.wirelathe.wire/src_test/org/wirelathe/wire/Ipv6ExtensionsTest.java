package org.wirelathe.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** RFC 8200 §4 with what Linux does where it leaves room; hostile input 28 and the format of 25 and 27. */
class Ipv6ExtensionsTest {
    private static final IpAddress SOURCE = IpAddress.parse("2001:db8::1");
    private static final IpAddress DESTINATION = IpAddress.parse("2001:db8::2");
    private static final String UDP = "3039 0035 0008 0000";
    /** Where the packet begins in its buffer. */
    private static final int AT = 5;

    private final Ipv6Extensions chain = new Ipv6Extensions();

    private static byte[] packet(IpAddress to, int nextHeader, String hex) {
        byte[] payload = HexFormat.of().parseHex(hex.replace(" ", ""));
        byte[] bytes = new byte[AT + 40 + payload.length + 9];
        Arrays.fill(bytes, (byte) 0xFF);
        new Ipv6Header(bytes, AT).write(0, 0, payload.length, nextHeader, 64, SOURCE.high(), SOURCE.low(), to.high(),
                to.low());
        System.arraycopy(payload, 0, bytes, AT + 40, payload.length);
        return bytes;
    }

    private Fault walk(int nextHeader, String hex) {
        return chain.walk(new Ipv6Header(packet(DESTINATION, nextHeader, hex), AT));
    }

    private Fault walkToGroup(int nextHeader, String hex) {
        return chain.walk(new Ipv6Header(packet(IpAddress.ALL_NODES, nextHeader, hex), AT));
    }

    private void good(int nextHeader, String hex, int protocol, int offset) {
        assertEquals(Fault.NONE, walk(nextHeader, hex), hex);
        assertEquals(protocol, chain.protocol(), hex);
        assertEquals(AT + offset, chain.at(), hex);
        assertEquals(Ipv6Extensions.NONE, chain.icmpCode());
    }

    /** Dropped with a Parameter Problem. */
    private void reported(Fault fault, int code, int pointer, int nextHeader, String hex) {
        assertEquals(fault, walk(nextHeader, hex), hex);
        assertEquals(code, chain.icmpCode(), hex);
        assertEquals(pointer, chain.pointer(), hex);
    }

    private void silent(Fault fault, int nextHeader, String hex) {
        assertEquals(fault, walk(nextHeader, hex), hex);
        assertEquals(Ipv6Extensions.NONE, chain.icmpCode(), hex);
    }

    @Test
    void withoutExtensionsTheTransportFollowsTheHeader() {
        good(17, UDP, Protocol.UDP, 40);
        assertEquals(6, chain.protocolPointer());
        assertEquals(AT + 48, chain.limit());
        assertFalse(chain.isFragment());
        good(6, "", Protocol.TCP, 40);
        good(59, "", Protocol.NO_NEXT, 40);
        good(50, "ffff", Protocol.ESP, 40);
        good(51, "ffff", Protocol.AH, 40);
        good(135, "", 135, 40);
    }

    @Test // RFC 8200 §4.1: hop-by-hop, destination options, routing, destination options, UDP
    void chainInTheRecommendedOrder() {
        good(0, "3c00 0502 0000 0100" + "2b00 0104 00000000" + "3c02 0000 00000000" + "00".repeat(16)
                + "1101 1e05 0102030405 0105 0000000000" + UDP, Protocol.UDP, 96);
        assertEquals(80, chain.protocolPointer());
        assertEquals(0, chain.routerAlert());
        good(60, "2c00 0104 00000000" + "2b00 0000 00000001" + "1100 0000 00000000" + UDP, Protocol.UDP, 64);
        assertEquals(Ipv6Extensions.NONE, chain.routerAlert());
    }

    @Test // RFC 2711 §2.1: a value, in two bytes, in a hop-by-hop header
    void routerAlert() {
        good(0, "3a00 0502 0001 0100", Protocol.ICMPV6, 48);
        assertEquals(1, chain.routerAlert());
        silent(Fault.OPTION, 0, "3a00 0503 000000 00");
        good(60, "3a00 0502 0001 0100", Protocol.ICMPV6, 48);
        assertEquals(Ipv6Extensions.NONE, chain.routerAlert(), "not a destination option");
    }

    @Test // hostile input 28, RFC 8200 §4: code 1 at the next header field that names it
    void hopByHopStandsFirstOrNowhere() {
        reported(Fault.CHAIN, 1, 40, 60, "0000 0104 00000000" + "1100 0104 00000000" + UDP);
        reported(Fault.CHAIN, 1, 40, 0, "0000 0104 00000000" + "1100 0104 00000000" + UDP);
        reported(Fault.CHAIN, 1, 48, 0, "3c00 0104 00000000" + "0000 0104 00000000" + "1100 0104 00000000" + UDP);
    }

    @Test // hostile input 28, RFC 8200 §4.2: the two highest bits of an option that is not known
    void unknownOptions() {
        for (int header : new int[] {0, 60}) {
            good(header, "1100 1e02 0000 0100" + UDP, 17, 48);
            silent(Fault.OPTION, header, "1100 5e02 0000 0100" + UDP);
            reported(Fault.OPTION, 2, 42, header, "1100 9e02 0000 0100" + UDP);
            reported(Fault.OPTION, 2, 44, header, "1100 0100 de02 0000" + UDP);
            reported(Fault.OPTION, 2, 45, header, "1100 000000 c900 00" + UDP);
        }
        reported(Fault.OPTION, 2, 52, 0, "3c00 0104 00000000" + "1100 0100 c200 0100");
    }

    @Test // RFC 8200 §4.2, RFC 4443 §2.4 e.3: to a group only 10 is answered
    void unknownOptionsToAGroup() {
        assertEquals(Fault.OPTION, walkToGroup(60, "1100 9e02 0000 0100"));
        assertEquals(2, chain.icmpCode());
        assertEquals(42, chain.pointer());
        assertEquals(Fault.OPTION, walkToGroup(60, "1100 de02 0000 0100"));
        assertEquals(Ipv6Extensions.NONE, chain.icmpCode());
        assertEquals(Fault.CHAIN, walkToGroup(60, "0000 0104 00000000"));
        assertEquals(Ipv6Extensions.NONE, chain.icmpCode());
    }

    @Test // hostile input 28: at most seven bytes of padding in a row, of zeros (Linux; RFC 4942 §2.1.9.5)
    void padding() {
        good(60, "1101 00000000000000 1e00 0000000000" + UDP, 17, 56);
        good(60, "1101 0105 0000000000 1e00 0103 000000" + UDP, 17, 56);
        silent(Fault.OPTION, 60, "1101 0000000000000000 1e04 00000000" + UDP);
        silent(Fault.OPTION, 60, "1101 0106 000000000000 1e04 00000000" + UDP);
        silent(Fault.OPTION, 60, "1101 0000 0104 00000000 1e04 00000000" + UDP);
        silent(Fault.OPTION, 60, "1100 0104 00000001" + UDP);
        silent(Fault.OPTION, 60, "11ff" + "00".repeat(2046) + UDP);
    }

    @Test // Linux: max_dst_opts_number and max_hbh_opts_number are 8
    void eightOptionsAndNotNine() {
        for (int header : new int[] {0, 60}) {
            good(header, "1102 " + "1e00".repeat(8) + "0104 00000000" + UDP, 17, 64);
            silent(Fault.OPTION, header, "1102 " + "1e00".repeat(9) + "0102 0000" + UDP);
        }
    }

    @Test // hostile input 28: an option ends with its header; a length of zero is none of the header's business
    void optionsBeyondTheirHeader() {
        silent(Fault.OPTION, 60, "1100 0105 0000 0000 0000" + UDP);
        silent(Fault.OPTION, 60, "1100 1e05 0000 0000 0000" + UDP);
        silent(Fault.OPTION, 60, "1100 1eff 0000 0000" + UDP);
        silent(Fault.OPTION, 60, "1100 1e03 000000 1e" + UDP);
        good(60, "1100 1e00 1e00 1e00" + UDP, 17, 48);
    }

    @Test
    void headersBeyondThePacket() {
        for (int header : new int[] {0, 43, 60}) {
            silent(Fault.TRUNCATED, header, "");
            silent(Fault.TRUNCATED, header, "1100 0000 000000");
            silent(Fault.TRUNCATED, header, "1101 0000 00000000");
            silent(Fault.TRUNCATED, header, "11ff 0000 00000000");
        }
        reported(Fault.TRUNCATED, 0, 40, 44, "1100 0000 000000");
    }

    @Test // RFC 5095 §3, RFC 8200 §4.4: refused at its type with segments left, passed over without
    void routingHeaders() {
        for (String type : new String[] {"00", "02", "03", "04", "fd"}) {
            good(43, "1102" + type + "00 00000000" + "20010db8000000000000000000000003" + UDP, 17, 64);
            reported(Fault.CHAIN, 0, 42, 43, "1102" + type + "01 00000000" + "20010db8000000000000000000000003" + UDP);
        }
        assertEquals(Fault.ADDRESS, walkToGroup(43, "1100 0000 00000000" + UDP));
        assertEquals(Ipv6Extensions.NONE, chain.icmpCode());
    }

    @Test // hostile input 28, RFC 2675 §3: no jumbogram can be right here
    void jumboPayload() {
        String jumbo = "1100 c204 00010000" + UDP;
        reported(Fault.OPTION, 0, 42, 0, jumbo);
        reported(Fault.OPTION, 0, 44, 0, "1100 c204 0000ffff" + UDP);
        silent(Fault.OPTION, 0, "1100 c203 000100 00" + UDP);
        silent(Fault.OPTION, 0, "1101 0100 c204 00010000 0104 00000000");
        byte[] bytes = packet(DESTINATION, 0, jumbo);
        Bytes.u16(bytes, AT + 4, 0);
        assertEquals(Fault.TRUNCATED, chain.walk(new Ipv6Header(bytes, AT)), "a payload of nothing holds no option");
    }

    @Test // RFC 8200 §4.5: the first piece, and a later one
    void fragments() {
        good(44, "1100 0001 12345678" + UDP, 17, 48);
        assertTrue(chain.isFragment());
        assertFalse(chain.isLaterFragment());
        assertEquals(AT + 40, chain.fragmentAt());
        assertEquals(AT + 6, chain.fragmentLinkAt());
        assertEquals(0x12345678, chain.fragment().identification());
        assertTrue(chain.fragment().hasMore());
        assertEquals(17, chain.fragment().nextHeader());

        good(0, "2c00 0104 00000000" + "3c00 0009 12345678" + "1100 ffff ffffffff", 60, 56);
        assertTrue(chain.isLaterFragment(), "not walked: these are no headers");
        assertEquals(8, chain.fragment().offset());
        assertEquals(AT + 48, chain.fragmentAt());
        assertEquals(AT + 40, chain.fragmentLinkAt());
        good(44, "1100 0008 12345678" + "01", 17, 48);
        assertFalse(chain.fragment().hasMore());
    }

    @Test // RFC 6946 §4: handled apart from all others, and its headers are obeyed at once
    void atomicFragments() {
        good(44, "1100 0000 12345678" + UDP, 17, 48);
        assertFalse(chain.isFragment());
        assertTrue(chain.fragment().isAtomic());
        reported(Fault.OPTION, 2, 50, 44, "3c00 0000 12345678" + "1100 9e02 0000 0100" + UDP);
        good(44, "3b00 0006 12345678", 59, 48);
        assertFalse(chain.isFragment(), "reserved bits are ignored");
    }

    @Test // hostile input 25, RFC 7112 §5: code 3 at 0 for a first piece without all of the transport header
    void firstFragmentsHoldTheWholeChain() {
        good(44, "0600 0001 00000001" + "00".repeat(24), 6, 48);
        reported(Fault.FRAGMENT, 3, 0, 44, "0600 0001 00000001" + "00".repeat(16));
        reported(Fault.FRAGMENT, 3, 0, 44, "1100 0001 00000001");
        reported(Fault.FRAGMENT, 3, 0, 44, "3a00 0001 00000001" + "80000000 000000");
        reported(Fault.FRAGMENT, 3, 0, 44, "3c00 0001 00000001" + "1100 0104 00000000");
        reported(Fault.FRAGMENT, 3, 0, 44, "3c00 0001 00000001" + "1101 0104 00000000");
        reported(Fault.FRAGMENT, 3, 0, 44, "3c00 0001 00000001");
        good(44, "3c00 0001 00000001" + "1100 0104 00000000" + UDP, 17, 56);
        good(44, "3c00 0001 00000001" + "1100 9e02 0000 0100" + UDP, 17, 56);
        good(44, "2b00 0001 00000001" + "1100 0001 00000000" + UDP, 17, 56);
        assertEquals(Fault.FRAGMENT, walkToGroup(44, "1100 0001 00000001"));
        assertEquals(Ipv6Extensions.NONE, chain.icmpCode());
    }

    @Test // hostile input 25, RFC 8200 §4.5: too long together, a length that is no multiple of 8, nothing at all
    void fragmentsThatCannotBe() {
        reported(Fault.FRAGMENT, 0, 42, 44, "1100 fff8 00000001" + "00".repeat(8));
        good(44, "1100 fff0 00000001" + "00".repeat(15), 17, 48);
        reported(Fault.FRAGMENT, 0, 50, 60, "2c00 0104 00000000" + "1100 fff0 00000001" + "00".repeat(8));
        reported(Fault.FRAGMENT, 0, 4, 44, "1100 0009 00000001" + "00".repeat(9));
        reported(Fault.FRAGMENT, 0, 4, 44, "1100 0001 00000001" + "00".repeat(15));
        silent(Fault.FRAGMENT, 44, "1100 0008 00000001");
    }

    @Test // hostile input 27: a fragment of a fragment
    void oneFragmentHeaderOnly() {
        reported(Fault.CHAIN, 0, 48, 44, "2c00 0001 00000001" + "1100 0001 00000002" + UDP);
        reported(Fault.CHAIN, 0, 48, 44, "2c00 0000 00000001" + "1100 0000 00000002" + UDP);
        reported(Fault.CHAIN, 0, 48, 44, "2c00 0000 00000001" + "1100 0008 00000002" + UDP);
    }

    @Test // hostile input 28: a hundred destination options headers
    void longChains() {
        good(60, "3c00 0104 00000000".repeat(14) + "1100 0104 00000000" + UDP, 17, 160);
        silent(Fault.CHAIN, 60, "3c00 0104 00000000".repeat(15) + "1100 0104 00000000" + UDP);
        silent(Fault.CHAIN, 60, "3c00 0104 00000000".repeat(100) + "1100 0104 00000000" + UDP);
        silent(Fault.CHAIN, 0, "3c00 0104 00000000".repeat(15) + "1100 0104 00000000" + UDP);
    }

    @Test // RFC 8200 §4: a router looks at hop-by-hop options and no further
    void routersLookAtHopByHopOptionsOnly() {
        byte[] bytes = packet(DESTINATION, 0, "3c00 0502 0000 0100" + "1100 de02 0000 0100" + UDP);
        assertEquals(Fault.NONE, chain.walkHopByHop(new Ipv6Header(bytes, AT)));
        assertEquals(60, chain.protocol());
        assertEquals(AT + 48, chain.at());
        assertEquals(0, chain.routerAlert());
        bytes = packet(DESTINATION, 0, "3c00 de02 0000 0100" + "1100 de02 0000 0100" + UDP);
        assertEquals(Fault.OPTION, chain.walkHopByHop(new Ipv6Header(bytes, AT)));
        assertEquals(42, chain.pointer());
    }

    @Test // truncations and mutations: an answer in bounds, never an exception
    void hostileChains() {
        String[] seeds = {
            "0: 3c00 0502 0000 0100 2b00 0104 00000000 2c00 0000 00000000 1100 0001 12345678 3039003500080000",
            "60: 2c00 1e02 0000 0100 0600 0001 00000001 " + "50".repeat(32),
            "44: 3c00 0000 00000001 1101 c204 00010000 0104 00000000 0000 3039003500080000"};
        byte[] likely = {0, 43, 44, 60, 1, 17};
        Random random = new Random(28);
        int[] faults = new int[Fault.values().length];
        for (int round = 0; round < 600_000; round++) {
            String[] seed = seeds[round % seeds.length].split(": ");
            IpAddress to = round % 5 == 0 ? IpAddress.ALL_NODES : DESTINATION;
            byte[] bytes = packet(to, Integer.parseInt(seed[0]), seed[1]);
            byte[] tight = Arrays.copyOf(bytes, bytes.length - 9);
            for (int flips = random.nextInt(5); flips > 0; flips--) {
                tight[AT + 40 + random.nextInt(tight.length - AT - 40)] =
                        random.nextBoolean() ? (byte) random.nextInt() : likely[random.nextInt(likely.length)];
            }
            if (random.nextInt(4) == 0) {
                tight = Arrays.copyOf(tight, AT + 40 + random.nextInt(tight.length - AT - 39));
                Bytes.u16(tight, AT + 4, tight.length - AT - 40);
            }
            Fault fault = chain.walk(new Ipv6Header(tight, AT));
            faults[fault.ordinal()]++;
            assertTrue(chain.at() <= tight.length && chain.at() >= AT + 40);
            assertTrue(chain.pointer() >= 0 && chain.pointer() < Math.max(7, tight.length - AT + 1));
            assertTrue(fault != Fault.NONE || chain.icmpCode() == Ipv6Extensions.NONE);
        }
        for (Fault fault : new Fault[] {Fault.NONE, Fault.TRUNCATED, Fault.OPTION, Fault.CHAIN, Fault.FRAGMENT}) {
            assertTrue(faults[fault.ordinal()] > 1000, fault + " " + faults[fault.ordinal()]);
        }
    }
}
