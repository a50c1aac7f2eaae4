package org.wirelathe.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;

import org.junit.jupiter.api.Test;

class BytesTest {
    private static final String OCTETS = "ff8091a2b3c4d5e6f7ff";

    @Test
    void numbersAreBigEndianAndUnsignedWhereTheyCanBe() {
        byte[] bytes = HexFormat.of().parseHex(OCTETS);
        assertEquals(0x80, Bytes.u8(bytes, 1));
        assertEquals(0x8091, Bytes.u16(bytes, 1));
        assertEquals(0x8091A2B3, Bytes.i32(bytes, 1));
        assertEquals(0x8091A2B3C4D5L, Bytes.u48(bytes, 1));
        assertEquals(0x8091A2B3C4D5E6F7L, Bytes.i64(bytes, 1));
    }

    @Test
    void writesTouchNoNeighbour() {
        byte[] expected = HexFormat.of().parseHex(OCTETS);
        byte[] bytes = HexFormat.of().parseHex("ff0000000000000000ff");
        Bytes.i64(bytes, 1, 0x8091A2B3C4D5E6F7L);
        assertArrayEquals(expected, bytes);
        bytes = HexFormat.of().parseHex("ff000000000000e6f7ff");
        Bytes.u48(bytes, 1, 0xDEAD_8091_A2B3_C4D5L);
        assertArrayEquals(expected, bytes);
        bytes = HexFormat.of().parseHex("ff00000000c4d5e6f7ff");
        Bytes.i32(bytes, 1, 0x8091A2B3);
        assertArrayEquals(expected, bytes);
        bytes = HexFormat.of().parseHex("ff0000a2b3c4d5e6f7ff");
        Bytes.u16(bytes, 1, 0xDEAD8091);
        assertArrayEquals(expected, bytes);
        bytes = HexFormat.of().parseHex("ff0091a2b3c4d5e6f7ff");
        Bytes.u8(bytes, 1, 0xDEAD80);
        assertArrayEquals(expected, bytes);
    }
}
