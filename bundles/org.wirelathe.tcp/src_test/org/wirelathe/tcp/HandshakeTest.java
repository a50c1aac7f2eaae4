package org.wirelathe.tcp;

import static org.wirelathe.tcp.Drill.ms;
import static org.wirelathe.tcp.Drill.seconds;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.transport.ConnectionState;

/** Opening (RFC 9293 §3.5, B54, B66). */
class HandshakeTest {
    @Test
    void passiveOpen() {
        try (Drill t = Drill.listening("rcvbuf=65535")) {
            t.in("S 0:0 mss 1000 ws 7 win 5000").out("S. ack 1 mss 1460 ws 0 win 65535");
            t.told();
            t.after(ms(10)).in("ack 1").out().told("established", "completed").state(ConnectionState.ESTABLISHED);
        }
    }

    @Test
    void activeOpen() {
        try (Drill t = Drill.connecting("rcvbuf=262144")) {
            t.out("S mss 1460 ws 3 win 65535");                         // 262144 >> 3 = 32768; >> 2 = 65536 > 65535
            t.after(ms(10)).in("S. 0:0 ack 1 mss 1460").out("ack 1").told("established");
        }
    }
}
