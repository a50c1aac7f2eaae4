package org.wirelathe.wire.pcapng;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
        int end = PcapngWriter.ethernetInterface(target, 0, "eth0", "alice", 0x0200_0000_0001L, 1_000_000_000L);
        assertBlock(end,
                "00000001", "0000004c", // Interface Description Block, total length 76
                "0001 0000", "00000000", // LINKTYPE_ETHERNET, no snap length
                "0002 0004 65746830", // if_name
                "0003 0005 616c696365 000000", // if_description
                "0006 0006 020000000001 0000", // if_MACaddr
                "0008 0008 000000003b9aca00", // if_speed, 10^9 bit/s
                "0009 0001 09 000000", // if_tsresol, 10^-9
                "0000 0000",
                "0000004c");
    }

    @Test
    void enhancedPacketHasTimeLengthsDirectionAndPadding() {
        Arrays.fill(target, (byte) 0xEE);
        byte[] frame = {99, 1, 2, 3, 4, 5, 99};
        int end = PcapngWriter.packet(target, 0, 2, 0x1_0000_0002L, PcapngWriter.OUTBOUND, frame, 1, 5);
        assertEquals(PcapngWriter.packetBlock(5), end);
        assertBlock(end,
                "00000006", "00000034", // Enhanced Packet Block, total length 52
                "00000002", // interface 2
                "00000001 00000002", // timestamp, upper and lower 32 bits
                "00000005 00000005", // captured and original length
                "0102030405 000000", // data, padded
                "0002 0004 00000002", // epb_flags: outbound
                "0000 0000",
                "00000034");
    }

    @Test
    void blocksFollowEachOther() {
        int first = PcapngWriter.packet(target, 0, 0, 7, PcapngWriter.INBOUND, new byte[60], 0, 60);
        int second = PcapngWriter.packet(target, first, 0, 8, PcapngWriter.INBOUND, new byte[61], 0, 61);
        assertEquals(104, first);
        assertEquals(108, second - first);
        assertEquals(6, target[first + 3]);
    }
}
