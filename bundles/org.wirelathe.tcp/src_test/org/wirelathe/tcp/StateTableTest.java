package org.wirelathe.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.wirelathe.api.transport.Connection;
import org.wirelathe.wire.TcpHeader;

/**
 * Every state against every kind of segment (RFC 9293 §3.10.7, with RFC 5961 and, where it leaves room, Linux).
 * Segments stand at exactly RCV.NXT and acknowledge exactly SND.NXT. A cell gives the state that follows,
 * {@code =} for the same, and the answer.
 */
class StateTableTest {
    private static final String TABLE = """
            state         S                .            F     R       S.             R.      SF    F.
            CLOSED        =/R.             =/R          =/R.  =       =/R            =       =/R.  =/R
            LISTEN        SYN_RECEIVED/S.  =/R          =     =       =/R            =       =     =/R
            SYN_SENT      SYN_RECEIVED/S.  =            =     =       ESTABLISHED/.  CLOSED  =     =
            SYN_RECEIVED  =/.              ESTABLISHED  =     CLOSED  =/.            CLOSED  =/.   CLOSE_WAIT/.
            ESTABLISHED   =/.              =            =     CLOSED  =/.            CLOSED  =/.   CLOSE_WAIT/.
            FIN_WAIT_1    =/.              FIN_WAIT_2   =     CLOSED  =/.            CLOSED  =/.   TIME_WAIT/.
            FIN_WAIT_2    =/.              =            =     CLOSED  =/.            CLOSED  =/.   TIME_WAIT/.
            CLOSE_WAIT    =/.              =            =     CLOSED  =/.            CLOSED  =/.   =
            CLOSING       =/.              TIME_WAIT    =     CLOSED  =/.            CLOSED  =/.   TIME_WAIT
            LAST_ACK      =/.              CLOSED       =     CLOSED  =/.            CLOSED  =/.   CLOSED
            TIME_WAIT     =/.              =            =     CLOSED  =/.            CLOSED  =/.   =
            """;

    @TestFactory
    List<DynamicTest> table() {
        List<DynamicTest> tests = new ArrayList<>();
        String[] lines = TABLE.split("\n");
        String[] segments = lines[0].split(" +");
        for (int row = 1; row < lines.length; row++) {
            String[] cells = lines[row].split(" +");
            for (int column = 1; column < segments.length; column++) {
                String state = cells[0];
                String segment = segments[column];
                String expected = cells[column].replace("=", state);
                tests.add(DynamicTest.dynamicTest(state + " " + segment, () -> cell(state, segment, expected)));
            }
        }
        return tests;
    }

    private static void cell(String state, String segment, String expected) {
        try (Drill t = in(state)) {
            assertEquals(state, now(t, state));
            t.in(segment);
            StringBuilder seen = new StringBuilder(now(t, state));
            for (char separator = '/'; !t.network.sent.isEmpty(); separator = ' ') {
                FakeNetwork.Datagram d = t.network.sent.removeFirst();
                TcpHeader header = new TcpHeader(d.packet().bytes, d.packet().head);
                seen.append(separator).append(TcpHeader.formatFlags(header.flags()));
                d.packet().release();
            }
            assertEquals(expected, seen.toString());
        }
    }

    /** The state that the peer would call it by: the tables, not an object, decide. */
    private static String now(Drill t, String before) {
        List<Connection> live = t.transport.connections();
        if (live.isEmpty()) {
            return before.equals("LISTEN") ? "LISTEN" : "CLOSED";
        }
        return live.getFirst().state().toString();
    }

    private static Drill in(String state) {
        Drill t = switch (state) {
            case "CLOSED", "LISTEN", "SYN_RECEIVED" -> Drill.listening();
            case "SYN_SENT" -> Drill.connecting();
            default -> Drill.established();
        };
        switch (state) {
            case "CLOSED" -> t.listener.close();
            case "SYN_SENT" -> t.out("S").peer(0, 1);
            case "SYN_RECEIVED" -> t.in("S 0:0").out("S.");
            case "FIN_WAIT_1" -> t.finish().out("F. 1:1");
            case "FIN_WAIT_2" -> t.finish().out("F. 1:1").in("ack 2");
            case "CLOSE_WAIT" -> t.in("F. 1:1").out("ack 2");
            case "CLOSING" -> t.finish().out("F. 1:1").in("F. 1:1 ack 1").out("ack 2").peer(2, 2);
            case "LAST_ACK" -> t.in("F. 1:1").out("ack 2").finish().out("F. 1:1");
            case "TIME_WAIT" -> t.finish().out("F. 1:1").in("F. 1:1 ack 2").out("ack 2");
            default -> {
                // LISTEN and ESTABLISHED are there already
            }
        }
        return t;
    }
}
