package org.wirelathe.ip.v6;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.wire.Bytes;

/** Extension headers and fragments on their way up: RFC 8200 §4, rows 27 and 28. */
class ExtensionHeadersTest {
    private static final String FAR = "2001:db8:1::1";
    private static final String ME = "2001:db8:1::fe";
    private static final int HOP = 0;
    private static final int ROUTING = 43;
    private static final int OPTIONS = 60;
    private static final int[] PADDING = {1, 4, 0, 0, 0, 0};

    private final TestNode t = TestNode.host();

    @AfterEach
    void balances() {
        t.close();
    }

    private static Build packet() {
        return Build.packet(FAR, ME);
    }

    private void taken(Build packet, int bytes) {
        t.in(t.eth0, packet.data(TestNode.TEST, bytes).bytes());
        assertEquals(List.of(FAR + " > " + ME + ": " + bytes + " bytes"), t.up);
        t.up.clear();
    }

    private void silent(String counter, byte[] packet) {
        long before = t.count("ip6." + counter);
        t.in(t.eth0, packet);
        assertEquals(List.of(), t.up);
        assertEquals(List.of(), t.out());
        assertEquals(before + 1, t.count("ip6." + counter), counter);
    }

    private void problem(int code, int pointer, byte[] packet) {
        t.in(t.eth0, packet);
        assertEquals(List.of(), t.up);
        assertEquals(List.of("eth0 " + FAR + ": " + ME + " > " + FAR + " parameter problem " + code + " at " + pointer
                + " about " + FAR + " > " + ME), t.out());
    }

    /** RFC 8200 §4.1: any order is taken but for hop-by-hop options. */
    @Test
    void passesOverHeadersInAnyOrder() {
        taken(packet().extension(HOP, PADDING).extension(OPTIONS, PADDING).extension(ROUTING, 0, 0, 0, 0, 0, 0), 8);
        taken(packet().extension(OPTIONS, PADDING).extension(OPTIONS, PADDING), 8);
    }

    /** RFC 8200 §4.2: the two highest bits of an option that is not known. */
    @Test
    void doesWithAnUnknownOptionAsItsTypeSays() {
        for (int header : new int[] {HOP, OPTIONS}) {
            taken(packet().extension(header, 0x1E, 4, 0, 0, 0, 0), 8); // 00: skip
            silent("inOption", packet().extension(header, 0x5E, 4, 0, 0, 0, 0).data(TestNode.TEST, 8).bytes()); // 01
            problem(2, 42, packet().extension(header, 0x9E, 4, 0, 0, 0, 0).data(TestNode.TEST, 8).bytes()); // 10
            problem(2, 42, packet().extension(header, 0xDE, 4, 0, 0, 0, 0).data(TestNode.TEST, 8).bytes()); // 11
        }
    }

    /** RFC 8200 §4.3, and as Linux: elsewhere it is a header that is not known. */
    @Test
    void takesHopByHopOptionsBehindTheIpv6HeaderOnly() {
        problem(1, 40, packet().extension(OPTIONS, PADDING).extension(HOP, PADDING).data(TestNode.TEST, 8).bytes());
        problem(1, 40, packet().extension(HOP, PADDING).extension(HOP, PADDING).data(TestNode.TEST, 8).bytes());
    }

    /** RFC 5095 §3: type 0 as any that is not known; RFC 8200 §4.4. */
    @Test
    void refusesRouting() {
        problem(0, 42, packet().extension(ROUTING, 0, 1, 0, 0, 0, 0).data(TestNode.TEST, 8).bytes());
        problem(0, 42, packet().extension(ROUTING, 99, 1, 0, 0, 0, 0).data(TestNode.TEST, 8).bytes());
        taken(packet().extension(ROUTING, 0, 0, 0, 0, 0, 0), 8);
    }

    /** Row 28: a bounded walk. */
    @Test
    void boundsTheChain() {
        Build fifteen = packet();
        Build hundred = packet();
        IntStream.range(0, 15).forEach(i -> fifteen.extension(OPTIONS, PADDING));
        IntStream.range(0, 100).forEach(i -> hundred.extension(OPTIONS, PADDING));
        taken(fifteen, 8);
        silent("inChain", hundred.data(TestNode.TEST, 8).bytes());
    }

    /** Row 28: padding that goes on and on, and padding that hides something (RFC 4942 §2.1.9.5). */
    @Test
    void boundsPadding() {
        silent("inOption", packet().extension(OPTIONS, new int[14]).data(TestNode.TEST, 8).bytes());
        silent("inOption", packet().extension(OPTIONS, 1, 4, 0, 0, 7, 0).data(TestNode.TEST, 8).bytes());
        silent("inOption", packet().extension(OPTIONS, 1, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
                .data(TestNode.TEST, 8).bytes());
    }

    /** Row 28: an option that reaches beyond its header, a header that reaches beyond the packet. */
    @Test
    void dropsWhatReachesTooFar() {
        silent("inOption", packet().extension(OPTIONS, 0x1E, 5, 0, 0, 0, 0).data(TestNode.TEST, 8).bytes());
        byte[] longer = packet().extension(OPTIONS, PADDING).data(TestNode.TEST, 8).bytes();
        longer[41] = 9;
        silent("inTruncated", longer);
    }

    /** Row 28: RFC 2675 §3; here no packet is that long. */
    @Test
    void dropsJumbograms() {
        byte[] jumbo = packet().extension(HOP, 0xC2, 4, 0, 1, 0, 0).data(TestNode.TEST, 8).bytes();
        problem(0, 42, jumbo.clone());
        Bytes.u16(jumbo, 4, 0);
        silent("inTruncated", jumbo);
    }

    /** Row 27; RFC 6946: a whole packet in a fragment is no fragment, whoever else has its identification. */
    @Test
    void takesAtomicFragmentsAlone() {
        t.in(t.eth0, packet().fragment(0, true, 7).data(TestNode.TEST, 16).bytes());
        taken(packet().fragment(0, false, 7), 24);
        t.in(t.eth0, packet().fragment(16, false, 7).data(TestNode.TEST, 8).bytes());
        assertEquals(List.of(FAR + " > " + ME + ": 24 bytes"), t.up);
        assertEquals(1, t.count("ip6.reasmOKs"));
    }

    @Test
    void putsFragmentsTogetherInAnyOrder() {
        t.in(t.eth0, packet().fragment(16, false, 7).data(TestNode.TEST, 8).bytes());
        t.in(t.eth0, packet().fragment(8, true, 7).data(TestNode.TEST, 8).bytes());
        t.in(t.eth0, packet().fragment(0, true, 7).data(TestNode.TEST, 8).bytes());
        assertEquals(List.of(FAR + " > " + ME + ": 24 bytes"), t.up);
        assertEquals(3, t.count("ip6.reasmReqds"));
    }

    /** Row 27: a fragment of a fragment. */
    @Test
    void refusesAFragmentInAFragment() {
        problem(0, 48, packet().fragment(0, false, 7).fragment(0, false, 8).data(TestNode.TEST, 8).bytes());
    }

    /** Row 27; RFC 7112 §5: the first fragment holds the whole chain; code 3, about the packet as such. */
    @Test
    void refusesAFirstFragmentWithoutTheWholeChain() {
        byte[] cut = packet().fragment(0, true, 7).extension(OPTIONS, PADDING).bytes();
        problem(3, 0, cut);
        problem(3, 0, packet().fragment(0, true, 7).data(6, 16).bytes()); // 16 of 20 bytes of TCP
    }

    /** RFC 8200 §4.5: code 0, pointing at the payload length; and at the offset, when it would be too long. */
    @Test
    void refusesFragmentsThatNoPacketCanBeCutInto() {
        problem(0, 4, packet().fragment(0, true, 7).data(TestNode.TEST, 17).bytes());
        problem(0, 42, packet().fragment(65_528, false, 7).data(TestNode.TEST, 8).bytes());
    }

    /** Row 26; RFC 5722, RFC 8200 §4.5: overlapping ones make the whole packet go, without a word. */
    @Test
    void dropsOverlappingFragments() {
        t.in(t.eth0, packet().fragment(0, true, 7).data(TestNode.TEST, 24).bytes());
        t.in(t.eth0, packet().fragment(16, true, 7).data(TestNode.TEST, 16).bytes());
        t.in(t.eth0, packet().fragment(32, false, 7).data(TestNode.TEST, 8).bytes());
        t.time.runUntil(100_000_000_000L);
        assertEquals(List.of(), t.up);
        assertEquals(List.of(), t.out());
        assertEquals(0, t.count("ip6.reasmOKs"));
    }

    /** Row 28: options are obeyed when the packet is whole; the pointer is into that. */
    @Test
    void obeysOptionsOfAPacketThatWasCutWhenItIsWhole() {
        t.in(t.eth0, packet().fragment(0, true, 7).extension(OPTIONS, 0x9E, 4, 0, 0, 0, 0).data(TestNode.TEST, 8)
                .bytes());
        assertEquals(List.of(), t.out());
        byte[] last = packet().fragment(16, false, 7).data(OPTIONS, 8).bytes();
        problem(2, 42, last);
        assertEquals(1, t.count("ip6.reasmOKs"));
    }

    /** RFC 7112 §5, row 27: what follows the chain in a later fragment is not looked at. */
    @Test
    void doesNotTakeALaterFragmentForAPacket() {
        t.in(t.eth0, packet().fragment(8, true, 7).data(58, 8).bytes());
        assertEquals(0, t.count("icmp6.inMsgs"));
        assertEquals(1, t.count("ip6.reasmReqds"));
    }

    /** Row 36: a packet in a packet is a protocol that is not known here. */
    @Test
    void knowsNoTunnels() {
        problem(1, 6, packet().header(41, Build.test(FAR, ME)).bytes());
        problem(1, 6, packet().header(4, new byte[20]).bytes());
    }
}
