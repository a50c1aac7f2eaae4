package org.wirelathe.ui.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.edit.EditTarget;

class TrafficTest {
    private final Traffic traffic = new Traffic(List.of(
            new EditTarget.OfLink(new PortRef("a", "eth0"), new PortRef("b", "eth0")),
            new EditTarget.OfLink(new PortRef("b", "eth1"), new PortRef("c", "eth0"))));

    @Test
    void aCableThatLosesFlashesAndAnEndThatDropsIsAnotherThing() {
        traffic.loss(1, 0.5f);
        traffic.drop(0, false, 0.25f);
        assertEquals(0.5f, traffic.loss(1));
        assertEquals(0, traffic.loss(0));
        assertEquals(0.25f, traffic.drop(0, false));
        assertEquals(0, traffic.drop(0, true));
    }

    @Test
    void aNewFrameBeginsWithNothing() {
        traffic.loss(0, 1);
        traffic.packet(0, true, 0.5f, Traffic.Kind.DATA);
        traffic.clear();
        assertEquals(0, traffic.loss(0));
        assertEquals(0, traffic.size());
    }
}
