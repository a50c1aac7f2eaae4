package org.wirelathe.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.probe.Stage;
import org.wirelathe.lab.Trace;
import org.wirelathe.lab.Trace.Step;
import org.wirelathe.lab.Trace.Way;
import org.wirelathe.lab.TraceRequest;

class TraceTextTest {
    private static final String FLOW = "10.0.1.1:49152>10.0.1.2:5001";
    private static final Step WRITE = new Step(Stage.WRITE, 1_000_000_000, "alice", "", 0, 0, 2000);
    private static final Step READ = new Step(Stage.READ, 1_000_212_345L, "bob", "", 0, 0, 700);

    private static String text(Optional<Step> written, List<Way> ways, List<Step> delivered) {
        Trace trace = new Trace(TraceRequest.parse("flow alice>bob:5001 byte 500"), FLOW, written, ways, delivered,
                Optional.empty());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TraceText(trace).print(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void oneWay() {
        assertEquals("""
                byte 500 of alice>bob:5001, 10.0.1.1:49152>10.0.1.2:5001
                  1.000000000 s               write    alice                  bytes 0 to 1999
                  1.000012345 s  +12.345 us   segment  alice        packet 7  bytes 0 to 999
                  1.000012345 s  +0.000 us    DMA out  alice  eth0  packet 7  bytes 0 to 999
                  1.000212345 s  +200.000 us  read     bob                    bytes 0 to 699
                """, text(Optional.of(WRITE), List.of(new Way(7, List.of(
                        new Step(Stage.SEGMENT, 1_000_012_345L, "alice", "", 7, 0, 1000),
                        new Step(Stage.DMA_OUT, 1_000_012_345L, "alice", "eth0", 7, 0, 1000)))), List.of(READ)));
    }

    @Test
    void aWayForEachTimeItWasSent() {
        assertEquals("""
                byte 500 of alice>bob:5001, 10.0.1.1:49152>10.0.1.2:5001
                  way 1, dropped at r1: queueFull
                  0.000000001 s                  segment  alice             packet 7
                  0.000000003 s  +0.002 us       drop     r1     queueFull  packet 7
                  way 2, sent again
                  0.200000001 s  +199999.998 us  segment  alice             packet 9
                  it did not get to the receiver's buffer
                """, text(Optional.empty(), List.of(
                        new Way(7, List.of(new Step(Stage.SEGMENT, 1, "alice", "", 7, -1, -1),
                                new Step(Stage.DROP, 3, "r1", "queueFull", 7, -1, -1))),
                        new Way(9, List.of(new Step(Stage.SEGMENT, 200_000_001, "alice", "", 9, -1, -1)))), List.of()));
    }

    @Test
    void whatDidNotHappenIsSaid() {
        assertEquals("""
                byte 500 of alice>bob:5001, 10.0.1.1:49152>10.0.1.2:5001
                  1.000000000 s    write  alice      bytes 0 to 1999
                  it was not sent
                """, text(Optional.of(WRITE), List.of(), List.of()));
    }
}
