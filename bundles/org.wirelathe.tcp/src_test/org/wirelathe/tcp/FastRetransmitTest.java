package org.wirelathe.tcp;

import static org.wirelathe.tcp.Drill.ms;

import org.junit.jupiter.api.Test;

/** Fast retransmit and fast recovery (RFC 5681 §3.2, RFC 6582, RFC 3042, B58). */
class FastRetransmitTest {
    @Test
    void thirdDuplicateSendsTheFirstSegmentAgain() {
        try (Drill t = Drill.established("mss=1000", "cwnd=4000")) {
            t.write(4000).out("1:1001", "1001:2001", "2001:3001", "3001:4001");
            t.after(ms(100)).in("ack 1", "ack 1").out();
            t.after(ms(1)).in("ack 1").out("1:1001");                   // RFC 5681 §3.2
            t.after(ms(100)).in("ack 4001").window(2000);
        }
    }
}
