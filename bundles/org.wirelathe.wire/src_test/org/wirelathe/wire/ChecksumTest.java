package org.wirelathe.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

import org.junit.jupiter.api.Test;

class ChecksumTest {
    /** RFC 1071 §4.1, word by word. */
    private static int naive(byte[] bytes, int at, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            int octet = bytes[at + i] & 0xFF;
            sum += i % 2 == 0 ? octet << 8 : octet;
            sum = (sum & 0xFFFF) + (sum >>> 16);
        }
        return sum;
    }

    @Test // RFC 1071 §3: 00 01 f2 03 f4 f5 f6 f7 sums to ddf2, and to 2ddf0 before folding
    void rfc1071WorkedExample() {
        byte[] bytes = HexFormat.of().parseHex("0001f203f4f5f6f7");
        assertEquals(0xDDF2, Checksum.fold(Checksum.sum(bytes, 0, 8)));
        assertEquals(0x220D, Checksum.finish(Checksum.sum(bytes, 0, 8)));
    }

    @Test // RFC 1071 §1: an odd octet is padded with zero on its right
    void oddLastByteIsTheHighHalf() {
        assertEquals(0xAB00, Checksum.fold(Checksum.sum(new byte[] {(byte) 0xAB}, 0, 1)));
        assertEquals(0, Checksum.sum(new byte[4], 2, 0));
    }

    @Test
    void everyLengthAndOffsetAgreesWithTheNaiveSum() {
        Random random = new Random(1071);
        byte[] bytes = new byte[2200];
        for (int round = 0; round < 40; round++) {
            random.nextBytes(bytes);
            if (round % 4 == 1) {
                Arrays.fill(bytes, (byte) 0xFF); // every addition carries
            } else if (round % 4 == 2) {
                Arrays.fill(bytes, (byte) 0);
            }
            for (int length = 0; length < 600; length++) {
                int at = random.nextInt(16);
                assertEquals(naive(bytes, at, length), Checksum.fold(Checksum.sum(bytes, at, length)),
                        "length " + length);
            }
            int length = 600 + random.nextInt(1500);
            assertEquals(naive(bytes, 33, length), Checksum.fold(Checksum.sum(bytes, 33, length)));
        }
    }

    @Test // RFC 1071 §2 (A): the order of even pieces does not matter
    void sumsOfEvenPiecesAdd() {
        Random random = new Random(2);
        byte[] bytes = new byte[1500];
        for (int round = 0; round < 1000; round++) {
            random.nextBytes(bytes);
            int cut = random.nextInt(700) * 2;
            long sum = Checksum.add(Checksum.sum(bytes, 0, cut), Checksum.sum(bytes, cut, 1500 - cut));
            assertEquals(naive(bytes, 0, 1500), Checksum.fold(sum));
        }
    }

    @Test
    void whatFinishWritesVerifiesAndAnyFlippedBitDoesNot() {
        Random random = new Random(3);
        for (int round = 0; round < 500; round++) {
            byte[] bytes = new byte[2 + random.nextInt(200)];
            random.nextBytes(bytes);
            Bytes.u16(bytes, 0, 0);
            Bytes.u16(bytes, 0, Checksum.finish(Checksum.sum(bytes, 0, bytes.length)));
            assertTrue(Checksum.verifies(Checksum.sum(bytes, 0, bytes.length)));
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            assertFalse(Checksum.verifies(Checksum.sum(bytes, 0, bytes.length)));
        }
    }

    @Test // RFC 9293 §3.1: c0a8 + 0001 + c0a8 + 00c7 + 0006 + 0018 = 18236
    void pseudoHeaderByHand() {
        assertEquals(0x18236, Checksum.pseudoHeader(0xC0A80001, 0xC0A800C7, 6, 24));
        assertEquals(0xFFFFL * 4 + 0xFF + 0xFFFF, Checksum.pseudoHeader(-1, -1, 0xFF, 0xFFFF), "unsigned throughout");
    }

    @Test // RFC 1624 §4: DD2F with 5555 changed to 3285 is 0000; RFC 1141 would say FFFF
    void rfc1624WorkedExampleAndItsCorner() {
        assertEquals(0x0000, Checksum.update(0xDD2F, 0x5555, 0x3285));
    }

    @Test // RFC 1624 eq. 3 against summing anew, where 0000 and FFFF are frequent
    void incrementalUpdateIsTheSameAsSummingAnew() {
        int[] words = {0x0000, 0x0001, 0x00FF, 0x7FFF, 0x8000, 0xFFFE, 0xFFFF};
        byte[] bytes = new byte[8];
        for (int a : words) {
            for (int b : words) {
                for (int before : words) {
                    for (int after : words) {
                        Bytes.u16(bytes, 0, a);
                        Bytes.u16(bytes, 2, b);
                        Bytes.u16(bytes, 4, before);
                        Bytes.u16(bytes, 6, 0x4500); // a header is never all zeros
                        int old = ~naive(bytes, 0, 8) & 0xFFFF;
                        Bytes.u16(bytes, 4, after);
                        assertEquals(~naive(bytes, 0, 8) & 0xFFFF, Checksum.update(old, before, after));
                    }
                }
            }
        }
    }
}
