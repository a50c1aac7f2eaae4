package org.wirelathe.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.wirelathe.tcp.Drill.ms;
import static org.wirelathe.tcp.Drill.seconds;
import static org.wirelathe.tcp.TcpTimer.DELAYED_ACK;
import static org.wirelathe.tcp.TcpTimer.FIN_WAIT_2;
import static org.wirelathe.tcp.TcpTimer.PERSIST;
import static org.wirelathe.tcp.TcpTimer.RETRANSMIT;
import static org.wirelathe.tcp.TcpTimer.TIME_WAIT;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.transport.ConnectionState;

/** Which timers run when; none outlives its connection. */
class TimersTest {
    @Test
    void throughALife() {
        try (Drill t = Drill.connecting()) {
            t.out("S").timers(RETRANSMIT);
            t.in("S. 0:0 ack 1 mss 1000").out("ack 1").timers();
            t.write(1000).out("1:1001").timers(RETRANSMIT);
            t.in("1:101 ack 1").timers(RETRANSMIT, DELAYED_ACK).in("ack 1001").timers(DELAYED_ACK);
            t.after(ms(40)).out("ack 101").timers().read(100);
            t.in("ack 1001 win 0").write(10).timers(PERSIST).in("ack 1001 win 100").out("1001:1011").timers(RETRANSMIT);
            t.in("ack 1011").timers().release().out("F. 1011:1011").timers(RETRANSMIT);
            t.in("ack 1012").timers(FIN_WAIT_2).in("F. 101:101").out("ack 102").timers(TIME_WAIT);
            t.after(seconds(60)).timers().state(ConnectionState.CLOSED);
        }
    }

    @Test
    void noneAfterAReset() {
        try (Drill t = Drill.established("mss=1000")) {
            t.write(1000).out("1:1001").in("1:101 ack 1").timers(RETRANSMIT, DELAYED_ACK).in("R 101:101").timers();
            t.after(seconds(1000)).out();
        }
    }

    @Test
    void noneAfterAnAbort() {
        try (Drill t = Drill.established("mss=1000", "win=0")) {
            t.write(1000).in("1:101").timers(PERSIST, DELAYED_ACK).abort().out("R. 1:1").timers();
            t.after(seconds(1000)).out();
        }
    }

    /** Where the deadlines stand can be seen. */
    @Test
    void deadlines() {
        try (Drill t = Drill.established("mss=1000")) {
            Timers timers = ((TcpConnection) t.connection).timers;
            assertEquals(Timers.IDLE, timers.deadline(RETRANSMIT));
            t.write(1000).out("1:1001");
            assertEquals(t.time.now() + ms(300), timers.deadline(RETRANSMIT));
            t.in("ack 1001");
            assertEquals(Timers.IDLE, timers.deadline(RETRANSMIT));
        }
    }

    /**
     * A timer that is due at the very time at which its reason goes away does not fire; the order of arming decides.
     */
    @Test
    void tie() {
        try (Drill t = Drill.established("mss=1000")) {
            t.write(1000).out("1:1001").after(ms(300) - 1).in("ack 1001").after(1).out().count("timeouts", 0);
        }
    }
}
