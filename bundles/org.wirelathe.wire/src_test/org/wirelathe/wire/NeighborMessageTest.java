package org.wirelathe.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** RFC 4861 §4 and the checks of §6.1, §7.1 and §8.1; hostile input 29 as far as the format goes. */
class NeighborMessageTest {
    private static final IpAddress ROUTER = IpAddress.parse("fe80::1");
    private static final IpAddress HOST = IpAddress.parse("fe80::2");
    private static final IpAddress GLOBAL = IpAddress.parse("2001:db8::2");
    private static final String TARGET = "20010db8000000000000000000000002";
    private static final String BETTER = "fe800000000000000000000000000009";
    private static final String SLLA = "0101 020000000001";
    private static final String TLLA = "0201 020000000002";
    private static final String RS = "8500 0000 00000000";
    private static final String RA = "8600 0000 40c0 0708 00007530 000003e8";
    private static final String NS = "8700 0000 00000000" + TARGET;
    private static final String NA = "8800 0000 e0000000" + TARGET;
    private static final String REDIRECT = "8900 0000 00000000" + BETTER + TARGET;
    private static final String PREFIX = "0304 40c0 00278d00 00093a80 00000000 20010db8000000000000000000000000";
    private static final String MTU = "0501 0000 000005dc";
    /** Where the packet begins in its buffer; the message 40 bytes on. */
    private static final int AT = 3;

    private final NeighborMessage message = new NeighborMessage();
    private int hopLimit = 255;

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    private Fault check(IpAddress from, IpAddress to, String text) {
        byte[] payload = hex(text);
        byte[] bytes = Arrays.copyOf(new byte[AT + 40], AT + 40 + payload.length);
        System.arraycopy(payload, 0, bytes, AT + 40, payload.length);
        Ipv6Header ip = new Ipv6Header(bytes, AT);
        ip.write(0, 0, payload.length, 58, hopLimit, from.high(), from.low(), to.high(), to.low());
        return message.over(bytes, AT + 40).check(ip, bytes.length);
    }

    private void good(IpAddress from, IpAddress to, String text) {
        assertEquals(Fault.NONE, check(from, to, text), text);
    }

    private void bad(Fault fault, IpAddress from, IpAddress to, String text) {
        assertEquals(fault, check(from, to, text), text);
    }

    @Test // RFC 4861 §4.1, §6.1.1
    void routerSolicitation() {
        good(HOST, IpAddress.ALL_ROUTERS, RS + SLLA);
        assertEquals(Mac.local(1), message.options().source());
        assertFalse(message.options().hasTarget());
        good(IpAddress.ANY, IpAddress.ALL_ROUTERS, RS);
        assertFalse(message.options().hasSource());
        bad(Fault.ADDRESS, IpAddress.ANY, IpAddress.ALL_ROUTERS, RS + SLLA);
    }

    @Test // RFC 4861 §4.2, §6.1.2
    void routerAdvertisement() {
        good(ROUTER, IpAddress.ALL_NODES, RA + SLLA + MTU + PREFIX + "1801 0000 00000000"
                + PREFIX.replace("40c0", "3080"));
        assertEquals(64, message.hopLimit());
        assertEquals(NeighborMessage.MANAGED | NeighborMessage.OTHER, message.flags());
        assertEquals(1800, message.routerLifetime());
        assertEquals(30_000, message.reachableTime());
        assertEquals(1000, message.retransmitTime());
        NeighborOptions options = message.options();
        assertEquals(1500, options.mtu());
        PrefixInformation prefix = new PrefixInformation().over(bytes(), options.firstPrefix());
        assertEquals(Fault.NONE, prefix.check());
        assertEquals(64, prefix.prefixLength());
        assertTrue(prefix.isOnLink());
        assertTrue(prefix.isAutonomous());
        assertEquals(2_592_000, prefix.validLifetime());
        assertEquals(604_800, prefix.preferredLifetime());
        assertEquals(GLOBAL.high(), prefix.prefixHigh());
        assertEquals(0, prefix.prefixLow());
        int second = options.nextPrefix(options.firstPrefix());
        assertEquals(48, prefix.over(bytes(), second).prefixLength());
        assertFalse(prefix.isAutonomous());
        assertEquals(NeighborOptions.NONE, options.nextPrefix(second));
        bad(Fault.ADDRESS, GLOBAL, IpAddress.ALL_NODES, RA);
        bad(Fault.ADDRESS, IpAddress.ANY, IpAddress.ALL_NODES, RA);
        good(IpAddress.parse("febf::1"), IpAddress.ALL_NODES, RA);
        assertEquals(NeighborOptions.NONE, message.options().firstPrefix());
        assertEquals(NeighborOptions.NONE, message.options().mtu());
    }

    private byte[] bytes() {
        return message.bytes();
    }

    @Test // RFC 4861 §4.3, §7.1.1
    void neighborSolicitation() {
        good(HOST, GLOBAL.solicitedNode(), NS + SLLA);
        assertEquals(GLOBAL, message.target());
        good(HOST, GLOBAL, NS);
        good(IpAddress.ANY, GLOBAL.solicitedNode(), NS);
        bad(Fault.ADDRESS, IpAddress.ANY, GLOBAL.solicitedNode(), NS + SLLA);
        bad(Fault.ADDRESS, IpAddress.ANY, IpAddress.ALL_NODES, NS);
        bad(Fault.ADDRESS, IpAddress.ANY, GLOBAL, NS);
        bad(Fault.ADDRESS, HOST, GLOBAL.solicitedNode(), NS.replace(TARGET, "ff02" + TARGET.substring(4)));
    }

    @Test // RFC 4861 §4.4, §7.1.2: an answer goes to who asked
    void neighborAdvertisement() {
        good(GLOBAL, HOST, NA + TLLA);
        assertEquals(NeighborMessage.ROUTER | NeighborMessage.SOLICITED | NeighborMessage.OVERRIDE, message.flags());
        assertEquals(Mac.local(2), message.options().target());
        bad(Fault.ADDRESS, GLOBAL, IpAddress.ALL_NODES, NA + TLLA);
        good(GLOBAL, IpAddress.ALL_NODES, NA.replace("e000", "2000") + TLLA);
        bad(Fault.ADDRESS, GLOBAL, HOST, NA.replace(TARGET, "ff02" + TARGET.substring(4)));
    }

    @Test // RFC 4861 §4.5, §8.1
    void redirect() {
        String packet = "6000000000003b40" + TARGET + TARGET;
        good(ROUTER, HOST, REDIRECT + TLLA + "0406 0000 00000000" + packet);
        assertEquals(IpAddress.parse("fe80::9"), message.target());
        assertEquals(GLOBAL, message.destination());
        assertFalse(message.isToDestination());
        int from = message.options().redirectedAt();
        assertEquals(AT + 40 + 40 + 16, from);
        assertEquals(from + 40, message.options().redirectedLimit());
        good(ROUTER, HOST, REDIRECT.replace(BETTER, TARGET));
        assertTrue(message.isToDestination());
        assertEquals(NeighborOptions.NONE, message.options().redirectedAt());
        bad(Fault.ADDRESS, GLOBAL, HOST, REDIRECT);
        bad(Fault.ADDRESS, ROUTER, HOST, REDIRECT.replace(BETTER, TARGET.replace("02", "03")));
        bad(Fault.ADDRESS, ROUTER, HOST, REDIRECT.replace(TARGET, "ff02" + TARGET.substring(4)));
    }

    @Test // hostile input 29: hop limit below 255, a code, a type that is another's
    void whatCameFromBeyondTheLink() {
        for (String text : new String[] {RS, RA, NS, NA, REDIRECT}) {
            good(ROUTER, HOST, text);
            bad(Fault.OPERATION, ROUTER, HOST, text.replaceFirst("00", "01"));
            hopLimit = 254;
            bad(Fault.HOP_LIMIT, ROUTER, HOST, text);
            hopLimit = 255;
        }
        bad(Fault.OPERATION, ROUTER, HOST, "8400" + "00".repeat(40));
        bad(Fault.OPERATION, ROUTER, HOST, "8a00" + "00".repeat(40));
        for (int type = 0; type < 256; type++) {
            assertEquals(type >= 133 && type <= 137, NeighborMessage.isOne(type));
        }
    }

    @Test // hostile input 29, RFC 4861 §4.6: length 0, and lengths beyond the message
    void optionsThatLie() {
        bad(Fault.OPTION, ROUTER, HOST, RA + "0100 020000000001");
        bad(Fault.OPTION, ROUTER, HOST, RA + SLLA + "fe00 000000000000");
        bad(Fault.OPTION, ROUTER, HOST, RA + "0102 020000000001");
        bad(Fault.OPTION, ROUTER, HOST, RA + "fe02 000000000000");
        bad(Fault.OPTION, ROUTER, HOST, RA + "01");
        bad(Fault.OPTION, ROUTER, HOST, RA + SLLA + "0101 0200000000");
        bad(Fault.OPTION, ROUTER, HOST, RA + "0102 020000000001" + "00".repeat(8));
        bad(Fault.OPTION, ROUTER, HOST, NA + "0202 020000000001" + "00".repeat(8));
        good(ROUTER, HOST, RA + "1904 0000 00000e10" + "00".repeat(24) + "fe01 000000000000");
        good(ROUTER, HOST, RA + "0301 4040 00000000" + "0502 0000 000005dc" + "00".repeat(8));
        assertEquals(NeighborOptions.NONE, message.options().firstPrefix(), "a prefix of another length");
        assertEquals(NeighborOptions.NONE, message.options().mtu(), "an MTU of another length");
        good(ROUTER, HOST, RA + SLLA + "0101 020000000009" + "0501 0000 ffffffff");
        assertEquals(Mac.local(1), message.options().source(), "the first is taken");
        assertEquals(Integer.MAX_VALUE, message.options().mtu());
        good(ROUTER, HOST, RA + PREFIX.replace("40c0", "81c0"));
        assertEquals(Fault.OPTION, new PrefixInformation().over(bytes(), message.options().firstPrefix()).check());
    }

    @Test
    void refusesEveryTruncation() {
        for (String text : new String[] {RS + SLLA, RA + MTU, NS + SLLA, NA + TLLA, REDIRECT + TLLA}) {
            String whole = text.replace(" ", "");
            good(ROUTER, HOST, whole);
            for (int length = whole.length() - 2; length >= 0; length -= 2) {
                boolean bare = length == whole.length() - 16;
                Fault fault = check(ROUTER, HOST, whole.substring(0, length));
                assertEquals(bare ? Fault.NONE : length > whole.length() - 16 ? Fault.OPTION : Fault.TRUNCATED, fault);
            }
        }
    }

    @Test
    void writes() {
        byte[] bytes = new byte[200];
        message.over(bytes, 1);
        assertWritten(RS + SLLA, bytes,
                NeighborOptions.writeAddress(bytes, message.writeRouterSolicitation(), 1, Mac.local(1)));
        int end = NeighborOptions.writeMtu(bytes, message.writeRouterAdvertisement(64, 0xC0, 1800, 30_000, 1000), 1500);
        new PrefixInformation().over(bytes, end).write(64, 0xC0, 2_592_000, 604_800, GLOBAL.high(), 0);
        assertWritten(RA + MTU + PREFIX, bytes, end + PrefixInformation.LENGTH);
        assertWritten(NS, bytes, message.writeNeighborSolicitation(GLOBAL.high(), GLOBAL.low()));
        assertWritten(NA + TLLA, bytes, NeighborOptions.writeAddress(bytes,
                message.writeNeighborAdvertisement(0xE0, GLOBAL.high(), GLOBAL.low()), 2, Mac.local(2)));
        byte[] packet = hex("00" + TARGET + TARGET);
        assertWritten(REDIRECT + "0405 0000 00000000" + TARGET + TARGET, bytes,
                NeighborOptions.writeRedirected(bytes, redirected(), packet, 1, 33, 40));
        assertWritten(REDIRECT + "0403 0000 00000000" + TARGET, bytes,
                NeighborOptions.writeRedirected(bytes, redirected(), packet, 1, 33, 31));
        assertWritten(REDIRECT + "0403 0000 00000000" + TARGET, bytes,
                NeighborOptions.writeRedirected(bytes, redirected(), packet, 1, 24, 1000));
        assertWritten(REDIRECT + "0401 0000 00000000", bytes,
                NeighborOptions.writeRedirected(bytes, redirected(), packet, 1, 33, 8));
    }

    private int redirected() {
        IpAddress better = IpAddress.parse("fe80::9");
        return message.writeRedirect(better.high(), better.low(), GLOBAL.high(), GLOBAL.low());
    }

    private static void assertWritten(String expected, byte[] bytes, int end) {
        assertEquals(HexFormat.of().formatHex(hex(expected)), HexFormat.of().formatHex(bytes, 1, end));
        Arrays.fill(bytes, 0, end, (byte) 0x55);
    }

    @Test // mutations at every place: an answer, never an exception, and a walk that ends
    void hostileMessages() {
        String[] seeds = {RS + SLLA, RA + SLLA + MTU + PREFIX + PREFIX, NS + SLLA, NA + TLLA, REDIRECT + TLLA + MTU};
        Random random = new Random(29);
        int[] faults = new int[Fault.values().length];
        PrefixInformation prefix = new PrefixInformation();
        for (int round = 0; round < 300_000; round++) {
            byte[] payload = hex(seeds[round % seeds.length]);
            for (int flips = random.nextInt(4); flips > 0; flips--) {
                payload[random.nextInt(payload.length)] = (byte) (random.nextBoolean() ? random.nextInt(6) : -1);
            }
            byte[] bytes = new byte[40 + (random.nextInt(4) == 0 ? random.nextInt(payload.length) : payload.length)];
            System.arraycopy(payload, 0, bytes, 40, bytes.length - 40);
            Ipv6Header ip = new Ipv6Header(bytes, 0);
            ip.write(0, 0, payload.length, 58, 255, ROUTER.high(), 1, HOST.high(), 2);
            Fault fault = message.over(bytes, 40).check(ip, bytes.length);
            faults[fault.ordinal()]++;
            if (fault == Fault.NONE) {
                NeighborOptions options = message.options();
                int count = 0;
                for (int at = options.firstPrefix(); at != NeighborOptions.NONE; at = options.nextPrefix(at)) {
                    prefix.over(bytes, at).prefixLow();
                    count++;
                }
                assertTrue(count <= 2);
                assertTrue(options.redirectedAt() == NeighborOptions.NONE
                        || options.redirectedAt() <= options.redirectedLimit());
                assertTrue(!options.hasSource() || options.source() >= 0);
                assertTrue(!options.hasTarget() || options.target() >= 0);
                options.mtu();
                message.flags();
            }
        }
        for (Fault fault : new Fault[] {Fault.NONE, Fault.TRUNCATED, Fault.OPTION, Fault.OPERATION, Fault.ADDRESS}) {
            assertTrue(faults[fault.ordinal()] > 1000, fault + " " + faults[fault.ordinal()]);
        }
    }
}
