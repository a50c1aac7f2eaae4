package org.wirelathe.model.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.Vocabulary;

/** Edits on labs whose drivers have settings. */
class DriverEditTest {
    private static final String POLLED =
            """
            lab: Polled
            nodes:
              a: { type: host, interfaces: { eth0: { address: 10.0.1.1/24, driver: { type: polling, interval: 20 us } } } } # fast
              b: { type: host, interfaces: { eth0: { address: 10.0.1.2/24, driver: polling } } }
            links:
              - { between: [a:eth0, b:eth0], rate: 1 Gbit/s }
            events:
              - { at: 2 s, interface: a:eth0, driver: { type: replay, file: x.pcap, start: 1 ms } } # then
            view: { a: [0, 0], b: [100, 0] }
            """;
    private static final EditTarget A = new EditTarget.OfInterface(new PortRef("a", "eth0"));
    private static final EditTarget B = new EditTarget.OfInterface(new PortRef("b", "eth0"));

    private static String after(Edit... edits) {
        LabDocument document = new LabDocument(POLLED, "f", Vocabulary.ANY);
        for (Edit edit : edits) {
            document.apply(edit);
        }
        return document.text();
    }

    @Test
    void everythingElseLeavesTheSettingsAlone() {
        assertEquals(
                POLLED.replace("a:", "c:"),
                after(Edits.rename("a", "c")));
        assertEquals(
                POLLED.replace("interval: 20 us } }", "interval: 20 us }, mtu: 1400 }"),
                after(Edits.set(A, "mtu", Optional.of("1400"))));
        assertEquals(
                POLLED.replace("10.0.1.2/24, driver: polling", "10.0.1.2/24, driver: polling, mtu: 1400"),
                after(Edits.set(B, "mtu", Optional.of("1400"))));
    }

    @Test
    void aSettingIsSetInPlace() {
        assertEquals(
                POLLED.replace("20 us", "30 us"),
                after(Edits.set(A, "driver.interval", Optional.of("30 us"))));
    }

    @Test
    void aNameBecomesATableWhenItGetsASetting() {
        assertEquals(
                POLLED.replace("driver: polling", "driver: { type: polling, interval: 30 us }"),
                after(Edits.set(B, "driver.interval", Optional.of("30 us"))));
    }

    @Test
    void anotherDriverHasNoneOfTheSettings() {
        assertEquals(
                POLLED.replace("{ type: polling, interval: 20 us }", "ring"),
                after(Edits.set(A, "driver", Optional.of("ring"))));
    }
}
