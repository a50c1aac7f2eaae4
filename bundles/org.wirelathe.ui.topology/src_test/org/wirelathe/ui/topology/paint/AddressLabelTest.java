package org.wirelathe.ui.topology.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.wirelathe.model.Lab;
import org.wirelathe.ui.topology.Labs;

/** There is room for one address below a node. */
class AddressLabelTest {
    private static String label(String addresses) {
        Lab lab = Labs.lab("lab: One\nnodes:\n  alice: { type: host, interfaces: { eth0: " + addresses + " } }\n");
        return Labels.addresses(lab.nodes().getFirst().interfaces().getFirst());
    }

    @Test
    void theFirstIsWrittenAndTheOthersAreCounted() {
        assertEquals("10.0.1.1/24", label("10.0.1.1/24"));
        assertEquals("10.0.1.1/24  +2", label("[10.0.1.1/24, 2001:db8::1/64, 10.0.9.1/24]"));
    }
}
