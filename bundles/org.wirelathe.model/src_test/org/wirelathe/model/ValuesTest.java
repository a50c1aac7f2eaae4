package org.wirelathe.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.wirelathe.wire.Ipv4;

/** The small values that a lab is made of. */
class ValuesTest {
    private static Subnet subnet(String address, int prefixLength) {
        return Subnet.of(Ipv4.parse(address), prefixLength);
    }

    @Test
    void portsAreReadAndWritten() {
        assertEquals(Optional.of(new PortRef("alice", "eth0")), PortRef.parse("alice:eth0"));
        assertEquals("alice:eth0", new PortRef("alice", "eth0").toString());
        for (String bad : List.of("", "alice", ":eth0", "alice:", "a:b:c")) {
            assertEquals(Optional.empty(), PortRef.parse(bad), bad);
        }
    }

    @Test
    void endpointsAreReadAndWritten() {
        assertEquals(Optional.of(new Endpoint("bob", 5001)), Endpoint.parse("bob:5001"));
        assertEquals(
                Optional.of(new Endpoint("10.0.0.1", 65535)), Endpoint.parse("10.0.0.1:65535"));
        assertEquals("bob:5001", new Endpoint("bob", 5001).toString());
        for (String bad :
                List.of(
                        "",
                        "bob",
                        "bob:",
                        ":1",
                        "bob:0",
                        "bob:65536",
                        "bob:x",
                        "bob:-1",
                        "bob:1234567890123",
                        "bob:5001:6")) {
            assertEquals(Optional.empty(), Endpoint.parse(bad), bad);
        }
    }

    @Test
    void subnetsKnowWhatIsInThem() {
        Subnet net = subnet("10.0.1.7", 24);
        assertEquals("10.0.1.0/24", net.toString());
        assertTrue(net.contains(Ipv4.parse("10.0.1.255")));
        assertFalse(net.contains(Ipv4.parse("10.0.2.0")));
        assertEquals("10.0.1.255", Ipv4.format(net.last()));
        assertTrue(subnet("0.0.0.0", 0).contains(-1));
        assertEquals(Ipv4.parse("10.0.1.7"), subnet("10.0.1.7", 32).last());
    }

    @Test
    void subnetsOverlapWhenOneHoldsTheOther() {
        assertTrue(subnet("10.0.0.0", 8).overlaps(subnet("10.1.2.0", 24)));
        assertTrue(subnet("10.1.2.0", 24).overlaps(subnet("10.0.0.0", 8)));
        assertFalse(subnet("10.1.2.0", 24).overlaps(subnet("10.1.3.0", 24)));
    }

    @Test
    void subnetsAreOrderedAsUnsignedNumbers() {
        assertTrue(subnet("10.0.0.0", 8).compareTo(subnet("192.168.0.0", 16)) < 0);
        assertTrue(subnet("10.0.0.0", 8).compareTo(subnet("10.0.0.0", 16)) < 0);
    }

    @Test
    void subnetsRefuseHostBits() {
        assertThrows(IllegalArgumentException.class, () -> new Subnet(Ipv4.parse("10.0.1.1"), 24));
        assertThrows(IllegalArgumentException.class, () -> new Subnet(0, 33));
    }

    @Test
    void appsGiveTheirParametersTyped() {
        App app =
                new App(
                        "a",
                        "send",
                        Map.of(
                                "to",
                                new Value.Text("bob:5001"),
                                "bytes",
                                new Value.Text("1 KiB"),
                                "count",
                                new Value.Text("7"),
                                "interval",
                                new Value.Text("1 ms"),
                                "list",
                                new Value.Items(List.of())),
                        0);
        assertEquals(Optional.of(new Endpoint("bob", 5001)), app.endpoint("to"));
        assertEquals(OptionalLong.of(1024), app.bytes("bytes"));
        assertEquals(OptionalLong.of(7), app.integer("count"));
        assertEquals(OptionalLong.of(1_000_000), app.duration("interval"));
        assertEquals(Optional.empty(), app.text("list"));
        assertEquals(OptionalLong.empty(), app.bytes("absent"));
    }

    @Test
    void cablesKnowTheirEnds() {
        PortRef a = new PortRef("a", "eth0");
        PortRef b = new PortRef("b", "eth0");
        Link link = new Link(a, b, 1, 0, Queue.DEFAULT, 0);
        assertEquals(Optional.of(b), link.peer(a));
        assertEquals(Optional.of(a), link.peer(b));
        assertEquals(Optional.empty(), link.peer(new PortRef("a", "eth1")));
        assertTrue(link.touches("a") && link.touches(b) && !link.touches("c"));
    }
}
