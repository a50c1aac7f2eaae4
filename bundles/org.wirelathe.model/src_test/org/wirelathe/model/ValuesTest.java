package org.wirelathe.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

/** The small values that a lab is made of. */
class ValuesTest {
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
        Endpoint six = new Endpoint("2001:db8::1", 5001);
        assertEquals(Optional.of(six), Endpoint.parse("[2001:db8::1]:5001"));
        assertEquals("[2001:db8::1]:5001", six.toString());
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
                        "bob:5001:6",
                        "[]:5001",
                        "[2001:db8::1]",
                        "[2001:db8::1]5001",
                        "2001:db8::1:x")) {
            assertEquals(Optional.empty(), Endpoint.parse(bad), bad);
        }
    }

    @Test
    void prefixesKnowTheirLastAddress() {
        assertEquals("10.0.1.255", Prefixes.last(IpPrefix.parse("10.0.1.7/24")).toString());
        assertEquals("10.0.1.7", Prefixes.last(IpPrefix.parse("10.0.1.7/32")).toString());
        assertEquals(
                "2001:db8:1:0:ffff:ffff:ffff:ffff",
                Prefixes.last(IpPrefix.parse("2001:db8:1::/64")).toString());
    }

    @Test
    void prefixesOverlapWhenOneHoldsTheOther() {
        assertTrue(overlap("10.0.0.0/8", "10.1.2.0/24"));
        assertTrue(overlap("10.1.2.0/24", "10.0.0.0/8"));
        assertFalse(overlap("10.1.2.0/24", "10.1.3.0/24"));
        assertTrue(overlap("2001:db8::/32", "2001:db8:1::/64"));
        assertFalse(overlap("::/0", "10.0.0.0/8"), "families do not meet");
        assertFalse(overlap("0.0.0.0/0", "2001:db8::/32"), "families do not meet");
    }

    private static boolean overlap(String a, String b) {
        return Prefixes.overlap(IpPrefix.parse(a), IpPrefix.parse(b));
    }

    @Test
    void prefixesAreOrderedAsUnsignedNumbersIpv4First() {
        List<String> order = List.of("10.0.0.0/8", "10.0.0.0/16", "192.168.0.0/16", "::/0", "2001:db8::/32");
        List<IpPrefix> sorted = new ArrayList<>(order.reversed().stream().map(IpPrefix::parse).toList());
        sorted.sort(Prefixes.ORDER);
        assertEquals(order, sorted.stream().map(IpPrefix::toString).toList());
    }

    @Test
    void addressesAreCounted() {
        assertEquals("10.1.0.0", Prefixes.plus(IpAddress.parse("10.0.255.255"), 1).toString());
        assertEquals("2001:db8:0:1::", Prefixes.plus(IpAddress.parse("2001:db8::ffff:ffff:ffff:ffff"), 1).toString());
        assertEquals("2001:db8::ffff:ffff:ffff:ffff", Prefixes.plus(IpAddress.parse("2001:db8:0:1::"), -1).toString());
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
