package org.wirelathe.model.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.Position;
import org.wirelathe.model.Vocabulary;

/** Edits on switches, and on captures and events that name interfaces. */
class SwitchEditTest {
    private static final String SWITCHED =
            """
            lab: Switched
            nodes:
              a: { type: host, interfaces: { eth0: 10.0.1.1/24 } }
              b: { type: host, interfaces: { eth0: 10.0.7.1/24 } }
              sw: { type: switch, ports: 2 }
            links:
              - { between: [a:eth0, sw:p1], rate: 1 Gbit/s }
            events:
              - { at: 1 s, interface: a:eth0, set: { pause: true } }
              - { at: 2 s, interface: b:eth0, driver: ring }
            capture: [ { at: a:eth0, on: wire }, b:eth0 ]
            """;

    private static String after(String text, Edit... edits) {
        LabDocument document = new LabDocument(text, "f", Vocabulary.ANY);
        for (Edit edit : edits) {
            document.apply(edit);
        }
        return document.text();
    }

    @Test
    void aNewSwitchHasPorts() {
        String text =
                after("", Edits.addNode(NodeType.SWITCH, Optional.empty(), new Position(1, 2)));
        assertEquals(
                "nodes:\n  sw1: { type: switch, ports: 8 }\nview:\n  sw1: [1, 2]\n", text);
    }

    @Test
    void aHostMovesIntoTheNetworkOfTheSwitch() {
        String text = after(SWITCHED, Edits.connect("b", "sw"));
        assertEquals(
                SWITCHED
                        .replace("10.0.7.1/24", "10.0.1.2/24")
                        .replace(
                                "sw:p1], rate: 1 Gbit/s }\n",
                                "sw:p1], rate: 1 Gbit/s }\n  - { between: [b:eth0, sw:p2], rate: 1"
                                        + " Gbit/s, delay: 1 ms }\n"),
                text);
    }

    @Test
    void aFullSwitchGetsAnotherPort() {
        String text = after(SWITCHED.replace("ports: 2", "ports: 1"), Edits.connect("sw", "b"));
        assertEquals(
                SWITCHED
                        .replace("10.0.7.1/24", "10.0.1.2/24")
                        .replace("ports: 2", "ports: 1, interfaces: { p2: {} }")
                        .replace(
                                "sw:p1], rate: 1 Gbit/s }\n",
                                "sw:p1], rate: 1 Gbit/s }\n  - { between: [sw:p2, b:eth0], rate: 1"
                                        + " Gbit/s, delay: 1 ms }\n"),
                text);
    }

    @Test
    void whatNamesAnInterfaceFollowsItsName() {
        assertEquals(
                SWITCHED
                        .replace("a: {", "c: {")
                        .replace("a:eth0", "c:eth0"),
                after(SWITCHED, Edits.rename("a", "c")));
    }

    @Test
    void whatNamesAnInterfaceGoesWithIt() {
        String text = after(SWITCHED, Edits.delete(List.of(EditTarget.node("a"))));
        assertEquals(
                SWITCHED
                        .replace("  a: { type: host, interfaces: { eth0: 10.0.1.1/24 } }\n", "")
                        .replace("  - { between: [a:eth0, sw:p1], rate: 1 Gbit/s }\n", "")
                        .replace("links:\n", text.contains("links: []") ? "links: []\n" : "links:\n")
                        .replace("  - { at: 1 s, interface: a:eth0, set: { pause: true } }\n", "")
                        .replace("{ at: a:eth0, on: wire }, ", ""),
                text);
    }

    @Test
    void aCaptureOnTheWireIsACapture() {
        assertEquals(SWITCHED, after(SWITCHED, Edits.capture(new PortRef("a", "eth0"), true)));
        assertEquals(
                SWITCHED.replace("{ at: a:eth0, on: wire }, ", ""),
                after(SWITCHED, Edits.capture(new PortRef("a", "eth0"), false)));
    }
}
