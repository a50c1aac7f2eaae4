package org.wirelathe.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirelathe.api.transport.ConnectionState;

/**
 * Options on the wire (RFC 9293 MUST-4 to MUST-7, MUST-64, MUST-68, MUST-69; rows 6, 7 and 34 of the hostile inputs).
 */
class TcpOptionsTest {
    @ParameterizedTest
    @CsvSource({
        "'', -1, -1",
        "020405b4, 1460, -1",
        "020405b401030307, 1460, 7",
        "01010303030102040200, 512, 3",                 // MUST-64: at any offset
        "fe0aaaaaaaaaaaaaaaaa020405b4, 1460, -1",       // MUST-6: unknown, skipped by its length
        "fe0202040200, 512, -1",
        "0002040200030307, -1, -1",                     // after the end of the list nothing counts
        "0200, -1, -1",                                 // MUST-7: length 0
        "0201, -1, -1",
        "02, -1, -1",                                   // no length at all
        "0204, -1, -1",                                 // beyond the header
        "020405, -1, -1",
        "02030502040200, 512, -1",                      // wrong for its kind: only that one is lost
        "0205050505030303, -1, 3",
        "030307020405b4, 1460, 7",
        "0302020405b4, 1460, -1",
        "0303ff, -1, 14",                               // RFC 7323 §2.3
        "03030f, -1, 14",
        "03030e, -1, 14",
        "02040000, 0, -1",
        "0204ffff, 65535, -1",
        "fd00020405b4, -1, -1",
        "fd01020405b4, -1, -1",
        "fdff020405b4, -1, -1",
        "01010101010101010101010101010101010101010101010101010101010101010101010101010101, -1, -1"})
    void parse(String hex, int mss, int scale) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        byte[] padded = new byte[bytes.length + 7];
        System.arraycopy(bytes, 0, padded, 3, bytes.length);
        TcpOptions options = new TcpOptions();
        options.parse(padded, 3, 3 + bytes.length);
        assertEquals(mss, options.mss());
        assertEquals(scale, options.windowScale());
    }

    @Test
    void write() {
        byte[] bytes = new byte[8];
        TcpOptions.writeSyn(bytes, 0, 1460, 7);
        assertEquals("020405b401030307", HexFormat.of().formatHex(bytes));
        assertEquals(8, TcpOptions.synLength(0));
        assertEquals(4, TcpOptions.synLength(TcpOptions.ABSENT));
    }

    /** MUST-5, MUST-65: an option in any segment is read over; MSS and scale outside a SYN change nothing. */
    @Test
    void optionsOutsideASyn() {
        try (Drill t = Drill.established("mss=1000")) {
            t.in(". 1:101 opt 0204002001030309").after(Drill.ms(40)).out("ack 101").read(100);
            // The window as it stands, not shifted by 9
            t.write(1000).out("1:1001").in("ack 1001 win 5").write(6).out().after(Drill.ms(338)).out("1001:1006");
        }
    }

    /** Row 6: a handshake with nothing but garbage for options is one without options. */
    @ParameterizedTest
    @CsvSource({"0200aabb", "fd00aabbccddeeff", "ffffffff", "00ffffff"})
    void garbageInASyn(String options) {
        try (Drill t = Drill.listening()) {
            t.in("S 0:0 opt " + options).out("S. ack 1 ws -1").in("ack 1").hush().state(ConnectionState.ESTABLISHED);
            t.write(537).out("1:537");                                  // MUST-15: 536
        }
    }
}
