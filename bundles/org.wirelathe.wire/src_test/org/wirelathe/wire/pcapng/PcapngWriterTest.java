package org.wirelathe.wire.pcapng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The expected bytes are written by hand from draft-ietf-opsawg-pcapng, §4.1 to §4.3. */
class PcapngWriterTest {
    private final byte[] target = new byte[256];

    private void assertBlock(int end, String... expected) {
        String all = String.join("", expected).replace(" ", "");
        assertEquals(all, HexFormat.of().formatHex(Arrays.copyOf(target, end)));
    }

    @Test
    void sectionHeaderNamesTheApplication() {
        Arrays.fill(target, (byte) 0xEE);
        int end = PcapngWriter.section(target, 0, "Lathe");
        assertBlock(end,
                "0a0d0d0a", "0000002c", // block type, total length 44
                "1a2b3c4d", "0001 0000", // byte-order magic, version 1.0
                "ffffffffffffffff", // section length unspecified
                "0004 0005 4c61746865 000000", // shb_userappl, padded to 32 bits
                "0000 0000", // opt_endofopt
                "0000002c");
    }

    @Test
    void interfaceDescriptionHasNameAddressSpeedAndNanoseconds() {
        Arrays.fill(target, (byte) 0xEE);
        int end = PcapngWriter.ethernetInterface(target, 0,
                new PcapngWriter.InterfaceDescription("eth0", 0x0200_0000_0001L, 1_000_000_000L, "lathe"), "alice",
                PcapngWriter.Selection.ALL);
        assertBlock(end,
                "00000001", "00000058", // Interface Description Block, total length 88
                "0001 0000", "00000000", // LINKTYPE_ETHERNET, no snap length
                "0002 0004 65746830", // if_name
                "0003 0005 616c696365 000000", // if_description
                "0006 0006 020000000001 0000", // if_MACaddr
                "0008 0008 000000003b9aca00", // if_speed, 10^9 bit/s
                "0009 0001 09 000000", // if_tsresol, 10^-9
                "000c 0005 6c61746865 000000", // if_os
                "0000 0000",
                "00000058");
    }

    /** §4.2: a filter string has the code 0 in front. */
    @Test
    void interfaceDescriptionHasSnapLengthAndFilter() {
        Arrays.fill(target, (byte) 0xEE);
        int end = PcapngWriter.ethernetInterface(target, 0, new PcapngWriter.InterfaceDescription("e", 1, 2, "w"), "a",
                new PcapngWriter.Selection(96, "tcp"));
        assertBlock(end,
                "00000001", "00000058", // 16 + 8 + 8 + 12 + 12 + 8 + 8 + 8 + 4 + 4
                "0001 0000", "00000060", // snap length 96
                "0002 0001 65 000000",
                "0003 0001 61 000000",
                "0006 0006 000000000001 0000",
                "0008 0008 0000000000000002",
                "0009 0001 09 000000",
                "000b 0004 00 746370", // if_filter
                "000c 0001 77 000000",
                "0000 0000",
                "00000058");
    }

    @Test
    void enhancedPacketHasTimeLengthsDirectionAndPadding() {
        Arrays.fill(target, (byte) 0xEE);
        byte[] frame = {99, 1, 2, 3, 4, 5, 99};
        int end = PcapngWriter.packet(target, 0, 0x1_0000_0002L, PcapngWriter.OUTBOUND, frame, 1, 5, 5, 0, 0);
        assertBlock(end,
                "00000006", "00000034", // Enhanced Packet Block, total length 52
                "00000000", // interface 0
                "00000001 00000002", // timestamp, upper and lower 32 bits
                "00000005 00000005", // captured and original length
                "0102030405 000000", // data, padded
                "0002 0004 00000002", // epb_flags: outbound
                "0000 0000",
                "00000034");
    }

    /** A comment with the causal id, a drop count, an error of the link (§4.3.1), and a frame cut short. */
    @Test
    void enhancedPacketHasWhatItIsToldBeside() {
        Arrays.fill(target, (byte) 0xEE);
        byte[] frame = {1, 2, 3, 4, 5};
        int end = PcapngWriter.packet(target, 0, 3, PcapngWriter.INBOUND | PcapngWriter.CRC_ERROR, frame, 0, 5, 4,
                10_203, 7);
        assertBlock(end,
                "00000006", "00000048", // total length 72
                "00000000", "00000000 00000003",
                "00000004 00000005", // captured 4 of 5
                "01020304",
                "0001 0008 6964203130323033", // id 10203
                "0002 0004 01000001", // inbound, CRC error
                "0004 0008 0000000000000007", // epb_dropcount
                "0000 0000",
                "00000048");
    }

    @Test
    void packetBlockIsRoomEnough() {
        byte[] large = new byte[256];
        int end = PcapngWriter.packet(large, 0, 3, PcapngWriter.INBOUND, new byte[61], 0, 61, 61, Long.MAX_VALUE,
                Long.MAX_VALUE);
        assertTrue(end <= PcapngWriter.packetBlock(61), end + " > " + PcapngWriter.packetBlock(61));
    }

    @Test
    void statisticsHaveTimesAndCounts() {
        Arrays.fill(target, (byte) 0xEE);
        int end = PcapngWriter.statistics(target, 0, 1, 0x1_0000_0002L, 10, 3);
        assertEquals(PcapngWriter.STATISTICS_BLOCK, end);
        assertBlock(end,
                "00000005", "0000004c", // Interface Statistics Block, total length 76
                "00000000", "00000001 00000002",
                "0002 0008 0000000000000001", // isb_starttime
                "0003 0008 0000000100000002", // isb_endtime
                "0004 0008 000000000000000a", // isb_ifrecv
                "0005 0008 0000000000000003", // isb_ifdrop
                "0000 0000",
                "0000004c");
    }

    @Test
    void blocksFollowEachOther() {
        int first = PcapngWriter.packet(target, 0, 7, PcapngWriter.INBOUND, new byte[60], 0, 60, 60, 0, 0);
        int second = PcapngWriter.packet(target, first, 8, PcapngWriter.INBOUND, new byte[61], 0, 61, 61, 0, 0);
        assertEquals(104, first);
        assertEquals(108, second - first);
        assertEquals(6, target[first + 3]);
    }
}
