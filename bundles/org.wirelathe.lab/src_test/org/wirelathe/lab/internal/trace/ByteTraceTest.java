package org.wirelathe.lab.internal.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.api.nic.LineTap;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.probe.Stage;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;
import org.wirelathe.lab.LabException;
import org.wirelathe.lab.Trace;
import org.wirelathe.lab.Trace.Step;
import org.wirelathe.lab.TraceRequest;
import org.wirelathe.model.Interface;
import org.wirelathe.model.Lab;
import org.wirelathe.model.Node;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.Run;
import org.wirelathe.model.TcpSettings;
import org.wirelathe.wire.EtherType;
import org.wirelathe.wire.EthernetHeader;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.Ipv4Header;
import org.wirelathe.wire.Protocol;
import org.wirelathe.wire.TcpHeader;

class ByteTraceTest {
    private static final String FLOW = "10.0.1.1:49152>10.0.1.2:5001";
    private static final int FIRST = 0xFFFF_FF00; // sequence number of byte 0: it wraps on the way

    private final PacketPool pool = new PacketPool();
    private long now;

    private final Scheduler clock = new Scheduler() {
        @Override
        public long now() {
            return now;
        }

        @Override
        public long nextOrder() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Timer timer(Runnable action) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void post(Runnable task) {
            throw new UnsupportedOperationException();
        }
    };

    private static Node node(String name, String address) {
        return new Node(name, NodeType.HOST, List.of(new Interface("eth0",
                List.of(new InterfaceAddress(IpAddress.parse(address), address.indexOf(':') < 0 ? 24 : 64)))),
                List.of(), List.of(), TcpSettings.DEFAULT);
    }

    private static Lab lab() {
        return new Lab("Two", List.of(node("alice", "10.0.1.1"), node("bob", "10.0.1.2")), List.of(), List.of(),
                List.of(), List.of(), new Run(1, 1, 1), Map.of());
    }

    private ByteTrace trace(String request) throws LabException {
        return new ByteTrace(clock, TraceRequest.parse(request), lab());
    }

    /** A segment of {@code length} bytes from stream position {@code from} on; it begins with the TCP header. */
    private Packet segment(long from, int length) {
        Packet packet = pool.takeFor(TcpHeader.LEAST + length);
        packet.put(TcpHeader.LEAST + length);
        new TcpHeader(packet.bytes, packet.head).write(49152, 5001, FIRST + (int) from, 1, TcpHeader.LEAST,
                TcpHeader.ACK, 100);
        return packet;
    }

    private static Packet ip(Packet packet) {
        int length = packet.length();
        int at = packet.push(Ipv4Header.LEAST);
        new Ipv4Header(packet.bytes, at).write(0, Ipv4Header.LEAST + length, 0, 0, 64, Protocol.TCP,
                Ipv4.parse("10.0.1.1"), Ipv4.parse("10.0.1.2"));
        return packet;
    }

    private static Packet ethernet(Packet packet) {
        int at = packet.push(EthernetHeader.LENGTH);
        new EthernetHeader(packet.bytes, at).write(2, 1, EtherType.IPV4);
        return packet;
    }

    private static LineTap wire(ByteTrace trace) {
        return trace.wire(new PortRef("alice", "eth0"), new PortRef("bob", "eth0"));
    }

    private static String text(List<Step> steps) {
        StringBuilder text = new StringBuilder();
        for (Step step : steps) {
            text.append(step.time()).append(' ').append(step.stage()).append(' ').append(step.node())
                    .append(step.place().isEmpty() ? "" : " " + step.place()).append('\n');
        }
        return text.toString();
    }

    @Test
    void oneWayFromWriteToRead() throws Exception {
        ByteTrace trace = trace("flow alice>bob:5001 byte 500");
        now = 1;
        trace.stream(Stage.WRITE, "alice", FLOW, 0, 2000, 0);
        now = 2;
        Packet other = segment(1000, 1000);
        trace.stream(Stage.SEGMENT, "alice", FLOW, 1000, 2000, other.id);
        trace.packet(Stage.ROUTE, "alice", "eth0", other);
        Packet packet = segment(0, 1000);
        trace.stream(Stage.SEGMENT, "alice", FLOW, 0, 1000, packet.id);
        trace.packet(Stage.ROUTE, "alice", "eth0", packet);
        now = 3;
        trace.packet(Stage.RESOLVE, "alice", "eth0", ip(packet));
        trace.packet(Stage.QUEUE, "alice", "eth0", ethernet(packet));
        now = 9;
        wire(trace).frame(0, 4, 9, packet);
        trace.packet(Stage.DMA_IN, "bob", "eth0", packet);
        packet.pull(EthernetHeader.LENGTH + Ipv4Header.LEAST);
        trace.packet(Stage.DEMUX, "bob", "tcp", packet);
        trace.stream(Stage.SOCKET_QUEUE, "bob", FLOW, 0, 1000, packet.id);
        now = 12;
        trace.stream(Stage.READ, "bob", FLOW, 0, 700, 0);
        trace.stream(Stage.READ, "bob", FLOW, 700, 1000, 0);
        Trace seen = trace.trace();
        assertEquals(FLOW, seen.flow());
        assertEquals(1, seen.written().orElseThrow().time());
        assertEquals(1, seen.ways().size());
        assertEquals(packet.id, seen.ways().getFirst().packet());
        assertEquals("2 SEGMENT alice\n2 ROUTE alice eth0\n3 RESOLVE alice eth0\n3 QUEUE alice eth0\n"
                + "4 WIRE alice eth0\n9 DMA_IN bob eth0\n9 DEMUX bob tcp\n", text(seen.ways().getFirst().steps()));
        assertEquals("9 SOCKET_QUEUE bob\n12 READ bob\n", text(seen.delivered()));
        assertEquals(Optional.empty(), seen.trouble());
    }

    /** B13: a card cuts a segment into frames of the same id; only the one with the byte in it is followed. */
    @Test
    void ofTheFramesThatACardCutsOneIsFollowed() throws Exception {
        ByteTrace trace = trace("flow alice>bob:5001 byte 2500");
        Packet large = segment(0, 4000);
        trace.stream(Stage.SEGMENT, "alice", FLOW, 0, 4000, large.id);
        trace.packet(Stage.DESCRIPTOR, "alice", "eth0", ethernet(ip(large)));
        for (int from = 0; from < 4000; from += 1000) {
            now++;
            Packet piece = ethernet(ip(segment(from, 1000)));
            piece.id = large.id;
            trace.packet(Stage.DMA_IN, "bob", "eth0", piece);
        }
        // A driver puts the third and the fourth together, under an id of its own.
        Packet together = ethernet(ip(segment(2000, 2000)));
        trace.packet(Stage.SOFTIRQ, "bob", "eth0", together);
        Trace seen = trace.trace();
        List<Step> steps = seen.ways().getFirst().steps();
        assertEquals("0 SEGMENT alice\n0 DESCRIPTOR alice eth0\n3 DMA_IN bob eth0\n4 SOFTIRQ bob eth0\n", text(steps));
        assertEquals(2000, steps.get(2).from());
        assertEquals(3000, steps.get(2).to());
        assertEquals(together.id, steps.get(3).packet());
    }

    @Test
    void aLossAndARetransmissionAreTwoWays() throws Exception {
        ByteTrace trace = trace("flow alice>bob byte 0");
        Packet first = ethernet(ip(segment(0, 100)));
        trace.stream(Stage.SEGMENT, "alice", FLOW, 0, 100, first.id);
        wire(trace).frame(0, 0, LineTap.LOST, first);
        now = 200;
        Packet second = ethernet(ip(segment(0, 100)));
        trace.stream(Stage.SEGMENT, "alice", FLOW, 0, 100, second.id);
        trace.packet(Stage.DROP, "bob", "rxNoBuffer", second);
        Trace seen = trace.trace();
        assertEquals(List.of(first.id, second.id), seen.ways().stream().map(Trace.Way::packet).toList());
        assertEquals("lost on the cable alice:eth0-bob:eth0", seen.ways().getFirst().drop().orElseThrow().place());
        assertEquals("rxNoBuffer", seen.ways().getLast().drop().orElseThrow().place());
    }

    /** However long the run: what does not carry the byte leaves nothing behind. */
    @Test
    void memoryIsBounded() throws Exception {
        ByteTrace trace = trace("flow alice>bob byte 50");
        for (int i = 0; i < 10_000; i++) {
            Packet packet = ethernet(ip(segment(0, 100)));
            trace.stream(Stage.SEGMENT, "alice", FLOW, 0, 100, packet.id);
            trace.packet(Stage.QUEUE, "alice", "eth0", packet);
            trace.packet(Stage.DROP, "alice", "queueFull", packet);
            packet.release();
        }
        Packet looping = ethernet(ip(segment(0, 100)));
        for (int i = 0; i < 10_000; i++) {
            trace.packet(Stage.QUEUE, "alice", "eth0", looping);
        }
        Trace seen = trace.trace();
        assertTrue(seen.ways().size() <= 64, () -> seen.ways().size() + " ways");
        assertTrue(seen.ways().stream().allMatch(way -> way.steps().size() <= 512));
    }

    @Test
    void whatIsNotThereIsASentence() throws Exception {
        ByteTrace trace = trace("flow alice>bob:5001 byte 500");
        assertEquals("no connection alice>bob:5001 carried data in this run", trace.trace().trouble().orElseThrow());
        trace.stream(Stage.WRITE, "alice", FLOW, 0, 500, 0);
        trace.stream(Stage.WRITE, "bob", "10.0.1.2:5001>10.0.1.1:49152", 0, 9000, 0);
        assertEquals("byte 500 of alice>bob:5001 was never written: " + FLOW + " carried 500 bytes, counted from 0",
                trace.trace().trouble().orElseThrow());
        assertEquals("the flow to be traced names 'alise', and there is no such node; did you mean alice?",
                assertThrows(LabException.class, () -> trace("flow alise>bob:5001 byte 5")).getMessage());
    }

    @Test
    void requestsAreReadOrRefused() {
        assertEquals(new TraceRequest("alice", 0, "bob", 5001, 1_000_000),
                TraceRequest.parse("flow alice>bob:5001 byte 1000000"));
        assertEquals(new TraceRequest("10.0.1.1", 80, "bob", 0, 0),
                TraceRequest.parse(" flow 10.0.1.1:80 > bob byte 0 "));
        for (String wrong : List.of("", "alice>bob byte 1", "flow alice byte 1", "flow a>b byte x",
                "flow a>b byte -1")) {
            assertTrue(assertThrows(IllegalArgumentException.class, () -> TraceRequest.parse(wrong)).getMessage()
                    .endsWith("write it like 'flow alice>bob:5001 byte 1000000'"), wrong);
        }
        assertThrows(IllegalArgumentException.class, () -> TraceRequest.parse("flow a>b:70000 byte 1"));
    }
}
