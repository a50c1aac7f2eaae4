package org.wirelathe.ip.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.FilterRule;
import org.wirelathe.api.net.FilterRule.Action;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Counters;
import org.wirelathe.ip.PacketFilter.Place;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv6Header;
import org.wirelathe.wire.Protocol;

/** First match decides, else a packet passes; each place has its own rules, both families the same. */
class FirewallTest implements Counters {
    private static final Set<String> INTERFACES = Set.of("eth0");

    private final Map<String, Counter> counters = new TreeMap<>();
    private final PacketPool pool = new PacketPool();

    private static FilterRule rule(FilterRule.Place place, String in, String out, String match, Action action) {
        return new FilterRule(place, Optional.ofNullable(in), Optional.ofNullable(out), match, action);
    }

    private static FilterRule forward(String match, Action action) {
        return rule(FilterRule.Place.FORWARD, null, null, match, action);
    }

    private Action look(Filters filters, Place place, byte[] bytes, String in, String out) {
        Packet packet = pool.take();
        System.arraycopy(bytes, 0, packet.bytes, packet.put(bytes.length), bytes.length);
        Action action = filters.look(place, packet, in, out);
        assertEquals(bytes.length, packet.length());
        packet.release();
        assertEquals(0, pool.inUse());
        return action;
    }

    private Filters filters(FilterRule... rules) {
        return new Filters(new Firewall(Arrays.asList(rules), Set.of("eth0", "eth1"), this), null);
    }

    private static byte[] udp6() {
        byte[] bytes = new byte[48];
        IpAddress a = IpAddress.parse("2001:db8::1");
        IpAddress b = IpAddress.parse("2001:db8::2");
        new Ipv6Header(bytes, 0).write(0, 0, 8, Protocol.UDP, 64, a.high(), a.low(), b.high(), b.low());
        bytes[43] = 53;
        return bytes;
    }

    @Test
    void firstMatchDecides() {
        Filters filters = filters(forward("tcp dst port 22", Action.ACCEPT),
                forward("tcp and dst net 10.0.2.0/24", Action.REJECT), forward("host 10.0.1.66", Action.DROP),
                forward("tcp port 22", Action.DROP));
        byte[] ssh = NatRig.packet("syn 10.0.1.66:5000 > 10.0.2.1:22");
        assertEquals(Action.ACCEPT, look(filters, Place.FORWARD, ssh, "eth0", "eth1"));
        assertEquals(Action.REJECT, look(filters, Place.FORWARD, NatRig.packet("syn 10.0.1.66:5000 > 10.0.2.1:80"),
                "eth0", "eth1"));
        assertEquals(Action.DROP, look(filters, Place.FORWARD, NatRig.packet("udp 10.0.1.66:5000 > 10.0.2.1:80"),
                "eth0", "eth1"));
        assertEquals(Action.ACCEPT, look(filters, Place.FORWARD, NatRig.packet("udp 10.0.1.67:5000 > 10.0.2.1:80"),
                "eth0", "eth1"), "none matches");
        assertEquals(List.of(1L, 1L, 1L, 0L), List.of(count("rule1"), count("rule2"), count("rule3"), count("rule4")));
        assertEquals(List.of(4L, 2L, 1L, 1L), List.of(count("forwardSeen"), count("forwardAccepted"),
                count("forwardDropped"), count("forwardRejected")));
    }

    @Test
    void eachPlaceHasItsOwn() {
        Filters filters = filters(rule(FilterRule.Place.INPUT, null, null, "", Action.DROP),
                rule(FilterRule.Place.OUTPUT, null, null, "udp", Action.REJECT));
        byte[] udp = NatRig.packet("udp 10.0.1.1:1 > 10.0.2.1:2");
        assertEquals(Action.DROP, look(filters, Place.INPUT, udp, "eth0", null));
        assertEquals(Action.ACCEPT, look(filters, Place.FORWARD, udp, "eth0", "eth1"));
        assertEquals(Action.REJECT, look(filters, Place.OUTPUT, udp, null, "eth1"));
        assertEquals(Action.ACCEPT, look(filters, Place.PREROUTING, udp, "eth0", null));
        assertEquals(Action.ACCEPT, look(filters, Place.POSTROUTING, udp, "eth0", "eth1"));
        assertEquals(1, count("inputSeen") * count("inputDropped"));
    }

    @Test
    void interfaces() {
        Filters filters = filters(rule(FilterRule.Place.FORWARD, "eth0", null, "", Action.DROP),
                rule(FilterRule.Place.FORWARD, null, "eth0", "", Action.REJECT));
        byte[] udp = NatRig.packet("udp 10.0.1.1:1 > 10.0.2.1:2");
        assertEquals(Action.DROP, look(filters, Place.FORWARD, udp, "eth0", "eth1"));
        assertEquals(Action.REJECT, look(filters, Place.FORWARD, udp, "eth1", "eth0"));
        assertEquals(Action.ACCEPT, look(filters, Place.FORWARD, udp, "eth1", "eth1"));
    }

    @Test
    void bothFamilies() {
        Filters filters = filters(forward("ip6 and udp dst port 53", Action.DROP));
        assertEquals(Action.DROP, look(filters, Place.FORWARD, udp6(), "eth0", "eth1"));
        assertEquals(Action.ACCEPT, look(filters, Place.FORWARD, NatRig.packet("udp 10.0.1.1:1 > 10.0.2.1:53"),
                "eth0", "eth1"));
    }

    @Test
    void sentencesForRulesThatCannotBe() {
        assertEquals("rule 2, 'tcp prt 22', column 5: 'prt' says nothing behind 'tcp'; write 'tcp port 5001' or 'tcp"
                + " portrange 5001-5010'", refused(forward("", Action.DROP), forward("tcp prt 22", Action.DROP)));
        assertEquals("rule 1 names the interface 'wlan0', which this node does not have; write one of eth0",
                refused(rule(FilterRule.Place.INPUT, "wlan0", null, "", Action.DROP)));
    }

    private String refused(FilterRule... rules) {
        return assertThrows(IllegalArgumentException.class,
                () -> new Firewall(Arrays.asList(rules), INTERFACES, this)).getMessage();
    }

    private long count(String name) {
        return counters.get("firewall." + name).value();
    }

    @Override
    public Counter counter(String place, String name) {
        return counters.computeIfAbsent(place + "." + name, key -> new Counter(name));
    }

    @Override
    public Counter drop(String place, String reason) {
        throw new AssertionError("drops are counted by IP");
    }
}
