package org.wirelathe.model.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.Vocabulary;

/** Edits of interfaces that have addresses of both families. */
class DualStackEditTest {
    private static final String TEXT =
            """
            lab: x
            nodes:
              a: { type: host, interfaces: { eth0: [10.0.1.1/24, 2001:db8:1::1/64] } }
              r: { type: router }
            """;

    private static LabDocument edited(Edit edit) {
        LabDocument document = new LabDocument(TEXT, "f", Vocabulary.ANY, Optional.empty());
        edit.apply(document);
        assertTrue(document.current(), () -> document.problems().toString());
        String after = document.text();
        edit.revert(document);
        assertEquals(TEXT, document.text());
        edit.apply(document);
        assertEquals(after, document.text());
        return document;
    }

    @Test
    void aNewCableGivesItsOtherEndAddressesOfBothFamilies() {
        String text = edited(Edits.connect("a", "r")).text();
        assertTrue(text.contains("interfaces: { eth0: [10.0.1.254/24, 2001:db8:1::2/64] }"), text);
        assertTrue(text.contains("gateway: [10.0.1.254, 2001:db8:1::2]"), text);
    }

    @Test
    void anAddressListStaysWhenTheInterfaceGetsMore() {
        EditTarget eth0 = EditTarget.iface(new PortRef("a", "eth0"));
        String text = edited(Edits.set(eth0, "mtu", Optional.of("1400"))).text();
        assertTrue(text.contains("eth0: { address: [10.0.1.1/24, 2001:db8:1::1/64], mtu: 1400 }"), text);
    }

    @Test
    void addressesBehindCommasBecomeAList() {
        EditTarget eth0 = EditTarget.iface(new PortRef("a", "eth0"));
        LabDocument document =
                edited(Edits.set(eth0, "address", Optional.of("10.0.7.1/24, 2001:db8:7::1/64")));
        assertTrue(document.text().contains("eth0: [10.0.7.1/24, 2001:db8:7::1/64]"), document.text());
        assertEquals(List.of("10.0.7.1", "2001:db8:7::1"), document.lab().orElseThrow().nodes().getFirst().addresses()
                .stream().map(Object::toString).toList());
    }

    @Test
    void aRenamedInterfaceIsRenamedInRulesAndTranslation() {
        String text =
                """
                nodes:
                  r:
                    type: router
                    interfaces: { x: 10.0.1.1/24, y: 10.0.2.1/24 }
                    routes: [{ to: 10.9.0.0/16, via: { address: 10.0.2.2, interface: y } }]
                    firewall: [{ place: forward, in: x, out: y, action: drop }]
                    nat: { outside: y }
                """;
        LabDocument document = new LabDocument(text, "f", Vocabulary.ANY, Optional.empty());
        Edits.set(EditTarget.iface(new PortRef("r", "y")), "name", Optional.of("wan")).apply(document);
        assertEquals(text.replace("y: 10", "wan: 10").replace(": y", ": wan"), document.text());
    }
}
