package org.wirelathe.ip.v4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.wirelathe.ip.v4.TestNode.packet;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.FilterRule.Action;
import org.wirelathe.api.net.NetworkSettings;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.ip.PacketFilter;
import org.wirelathe.ip.PacketFilters;

/** Where packets are looked at, and what becomes of them. */
class PacketFiltersTest implements PacketFilter {
    private static final String BOB = "10.0.1.1";
    private static final String ME = "10.0.1.254";
    private static final String AWAY = "10.0.2.1";

    private final PacketFilters filters = new PacketFilters();
    private final TestNode node = TestNode.filtered(filters);
    private final List<String> looked = new ArrayList<>();
    private Place stop;
    private Action action = Action.DROP;

    PacketFiltersTest() {
        filters.filter = this;
        node.v4.settings(NetworkSettings.DEFAULT.forwarding(true));
    }

    @Override
    public Action look(Place place, Packet packet, String in, String out) {
        looked.add(place + " " + in + " " + out);
        boolean answer = place == Place.POSTROUTING && in == null;
        return place == stop && !answer ? action : Action.ACCEPT;
    }

    @AfterEach
    void close() {
        node.close();
    }

    private void looked(String... expected) {
        assertEquals(List.of(expected), looked);
        looked.clear();
    }

    @Test
    void everyPacketIsSeenAtItsPlaces() {
        node.in(node.eth0, packet(BOB, AWAY));
        looked("PREROUTING eth0 null", "FORWARD eth0 eth1", "POSTROUTING eth0 eth1");
        node.in(node.eth0, packet(BOB, ME));
        looked("PREROUTING eth0 null", "INPUT eth0 null");
        node.sendOwn(ME, BOB, 8);
        looked("OUTPUT null eth0", "POSTROUTING null eth0");
        node.sendOwn(ME, ME, 8);
        looked("OUTPUT null lo");
        node.time.runUntil(0);
        looked("INPUT lo null");
        assertEquals(2, node.out().size());
    }

    @Test // RFC 1812 §5.2.7.1: administratively prohibited, when the rule says so
    void whatIsStoppedIsCountedAndPerhapsAnswered() {
        String refused = "eth0 10.0.1.1: 10.0.1.254 > 10.0.1.1 error 3/13 about 10.0.1.1 > ";
        stop = Place.FORWARD;
        node.in(node.eth0, packet(BOB, AWAY));
        assertEquals(List.of(), node.out());
        action = Action.REJECT;
        node.in(node.eth0, packet(BOB, AWAY));
        assertEquals(List.of(refused + AWAY), node.out());
        stop = Place.INPUT;
        node.in(node.eth0, packet(BOB, ME));
        assertEquals(List.of(refused + ME), node.out());
        stop = Place.PREROUTING;
        node.in(node.eth0, packet(BOB, ME));
        stop = Place.POSTROUTING;
        assertEquals(List.of(), node.out());
        node.in(node.eth0, packet(BOB, AWAY));
        assertEquals(List.of(refused + AWAY), node.out());
        assertEquals(5, node.count("ip.inFiltered"));
        stop = Place.OUTPUT;
        assertEquals(Sent.DROPPED, node.sendOwn(ME, BOB, 8));
        assertEquals(1, node.count("ip.outFiltered"));
        assertEquals(List.of(), node.up);
        assertEquals(List.of(), node.out());
    }
}
