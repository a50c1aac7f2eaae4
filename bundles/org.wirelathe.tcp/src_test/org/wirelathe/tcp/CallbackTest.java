package org.wirelathe.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.wirelathe.tcp.Drill.ms;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.transport.ConnectionState;

/** Listeners that call back into the connection, and news that never comes from inside a call of theirs. */
class CallbackTest {
    @Test
    void writeFromEstablished() {
        try (Drill t = Drill.connecting()) {
            t.on("established", () -> t.write(10));
            t.out("S").in("S. 0:0 ack 1").out("ack 1", "P. 1:11 ack 1");
        }
    }

    @Test
    void closeFromEstablished() {
        try (Drill t = Drill.listening()) {
            t.on("completed", () -> t.connection.finish());
            t.in("S 0:0").out("S.").in("ack 1").out("F. 1:1").state(ConnectionState.FIN_WAIT_1);
        }
    }

    @Test
    void abortFromEstablished() {
        try (Drill t = Drill.listening()) {
            t.on("completed", () -> t.connection.abort());
            t.in("S 0:0").out("S.").in("1:101 ack 1").out("R. 1:1").told("established", "completed");
            t.after(0).told("failed ABORTED").state(ConnectionState.CLOSED);
        }
    }

    /** An echo: the answer carries the acknowledgment. */
    @Test
    void writeFromReceived() {
        try (Drill t = Drill.established("mss=1000")) {
            t.on("received", () -> t.read(t.readable()).write(100));
            t.in("1:101").out("P. 1:101 ack 101").after(ms(500));
            t.out("1:101");                                             // RTO; no ACK was owed
            t.in("ack 101");
        }
    }

    @Test
    void abortFromReceived() {
        try (Drill t = Drill.established("mss=1000")) {
            t.on("received", () -> t.connection.abort());
            t.in("F. 1:101").out("R. 1:1").told("received").after(0).told("failed ABORTED");
        }
    }

    @Test
    void releaseFromFinished() {
        try (Drill t = Drill.established()) {
            t.on("finished", () -> t.connection.release());
            t.in("F. 1:1").out("F. 1:1 ack 2").state(ConnectionState.LAST_ACK).in("ack 2").told("finished", "closed");
        }
    }

    @Test
    void writeFromAcknowledged() {
        try (Drill t = Drill.established("mss=1000", "cwnd=2000")) {
            t.on("acknowledged", () -> t.write(1000));
            t.write(2000).out("1:1001", "1001:2001").in("ack 1001").out("2001:3001").in("ack 3001").out("3001:4001");
        }
    }

    /** The news of one's own abort, or of a failure inside a call, comes from the loop: at the same time, but later. */
    @Test
    void neverFromInsideACall() {
        try (Drill t = Drill.established()) {
            t.connection.abort();
            assertEquals(0, t.news.size());
            t.out("R. 1:1").after(0).told("failed ABORTED");
        }
    }

    /** Everything that can be called, from every callback, in one connection's life. */
    @Test
    void everythingFromEverywhere() {
        for (String event : new String[] {"established", "received", "acknowledged", "finished", "closed", "failed"}) {
            for (int call = 0; call < 7; call++) {
                int which = call;
                try (Drill t = Drill.listening("mss=1000")) {
                    t.on(event, () -> {
                        switch (which) {
                            case 0 -> t.connection.written();
                            case 1 -> t.connection.consumed();
                            case 2 -> t.connection.finish();
                            case 3 -> t.connection.release();
                            case 4 -> t.connection.abort();
                            case 5 -> t.transport.algorithmsChanged();
                            default -> t.transport.reports();
                        }
                    });
                    t.in("S 0:0 mss 1000").next("S.");
                    t.connection = t.transport.connections().getFirst();
                    t.in("ack 1");
                    drain(t);
                    if (t.connection.state() == ConnectionState.ESTABLISHED) {
                        t.write(500);
                    }
                    drain(t);
                    t.in("1:101 ack 501", "F. 101:101 ack 501", "ack 502", "R 102:102");
                    t.after(Drill.seconds(2000));
                    drain(t);
                    assertEquals(0, t.transport.connections().stream()
                            .filter(c -> c.state() == ConnectionState.ESTABLISHED).count());
                }
            }
        }
    }

    private static void drain(Drill t) {
        t.after(0);
        while (!t.network.sent.isEmpty()) {
            t.network.sent.removeFirst().packet().release();
        }
    }
}
