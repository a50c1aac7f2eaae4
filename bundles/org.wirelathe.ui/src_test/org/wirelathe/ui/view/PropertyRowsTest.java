package org.wirelathe.ui.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wirelathe.model.Vocabulary;
import org.wirelathe.model.edit.Edit;
import org.wirelathe.model.edit.EditTarget;
import org.wirelathe.model.edit.LabDocument;

class PropertyRowsTest {
    private static final String TEXT = """
            lab: Two   # a name
            nodes:
              alice: { type: host, interfaces: { eth0: 10.0.1.1/24 } }
              bob:   { type: host, interfaces: { eth0: 10.0.1.2/24 } }
            links:
              - { between: [alice:eth0, bob:eth0], rate: 1 Gbit/s } # fast
            apps:
              - { on: bob, run: sink, port: 5001 }
              - { on: alice, run: send, to: bob:5001, bytes: 1 MB }
            """;

    private final Vocabulary vocabulary =
            new Vocabulary(Set.of("reno", "vegas"), Set.of("send", "sink"), Set.of("fifo"), Set.of());
    private final LabDocument document = new LabDocument(TEXT, "two.yaml", vocabulary);

    private List<PropertyRow> rows(EditTarget... selection) {
        return PropertyRows.of(document.lab().orElseThrow(), vocabulary, List.of(selection));
    }

    private PropertyRow row(String label, EditTarget... selection) {
        return rows(selection).stream().filter(r -> r.label().equals(label)).findFirst().orElseThrow();
    }

    private EditTarget cable() {
        return EditTarget.link(document.lab().orElseThrow().links().getFirst());
    }

    private void set(String label, String value, EditTarget... selection) {
        PropertyRow row = row(label, selection);
        assertEquals(Optional.empty(), row.check().apply(value));
        document.apply(row.edit().apply(value));
        assertTrue(document.current(), () -> document.problems().toString());
        assertEquals(value, row(label, selection).value());
    }

    @Test
    void withoutASelectionItIsTheLab() {
        assertEquals("Two", row("Name").value());
        set("Name", "Three");
        set("Until", "5 s");
        set("Seed", "42");
        set("Sample", "1 ms");
        assertTrue(document.text().startsWith("lab: Three   # a name\n"), document.text());
    }

    @Test
    void everyPropertyOfANodeCanBeSet() {
        EditTarget alice = EditTarget.node("alice");
        set("Gateway", "10.0.1.2", alice);
        set("Address", "10.0.1.9/24", alice);
        set("MTU", "1400", alice);
        set("MAC", "02:00:00:00:00:01", alice);
        set("TX ring", "64", alice);
        set("RX ring", "32", alice);
        set("Capture", "true", alice);
        set("Capture", "false", alice);
        set("Congestion control", "vegas", alice);
        set("Send buffer", "64 KiB", alice);
        set("Receive buffer", "32 KiB", alice);
        set("Delayed ACK", "false", alice);
        set("Bytes", "2 MB", alice);
        set("At", "1 s", alice);
    }

    @Test
    void everyPropertyOfACableCanBeSet() {
        set("Rate", "10 Mbit/s", cable());
        set("Delay", "7 ms", cable());
        set("Loss", "0.1 %", cable());
        set("Queue limit", "50 packets", cable());
        set("Queue limit", "64 KiB", cable());
        assertTrue(document.text().contains("# fast"));
    }

    @Test
    void aNameChangesEverywhere() {
        document.apply(row("Name", EditTarget.node("bob")).edit().apply("carol"));
        assertFalse(document.text().contains("bob"), document.text());
        assertTrue(document.current());
    }

    @Test
    void anEmptyValueMeansTheDefault() {
        set("Delay", "7 ms", cable());
        PropertyRow row = row("Delay", cable());
        assertEquals(Optional.empty(), row.check().apply(" "));
        document.apply(row.edit().apply(" "));
        assertFalse(document.text().contains("delay"));
    }

    private static final String SWITCH = """
            lab: Switch
            nodes:
              alice: { type: host, interfaces: { eth0: 10.0.1.1/24 } }
              sw:
                type: switch
                ports: 4   # numbered
            links:
              - { between: [alice:eth0, sw:p1], rate: 1 Gbit/s }
            """;

    private static PropertyRow port(LabDocument lab, String port, String label) {
        return PropertyRows.of(lab.lab().orElseThrow(), Vocabulary.ANY, List.of(EditTarget.node("sw"))).stream()
                .filter(r -> r.group().equals("Port " + port) && r.label().equals(label)).findFirst().orElseThrow();
    }

    @Test
    void aNumberedPortIsWrittenDownWhenItGetsAProperty() {
        LabDocument lab = new LabDocument(SWITCH, "switch.yaml", Vocabulary.ANY);
        Edit edit = port(lab, "p3", "VLAN").edit().apply("10");
        edit.apply(lab);
        assertTrue(lab.current(), () -> lab.problems().toString());
        assertEquals("10", port(lab, "p3", "VLAN").value());
        assertEquals("", port(lab, "p2", "VLAN").value());
        assertTrue(lab.text().contains("ports: 4   # numbered"), lab.text());
        edit.revert(lab);
        assertEquals(SWITCH, lab.text());
        edit.apply(lab);
        port(lab, "p3", "RX ring").edit().apply("64").apply(lab);
        port(lab, "p1", "Trunk").edit().apply("[10, 20]").apply(lab);
        port(lab, "p3", "VLAN").edit().apply("").apply(lab);
        assertTrue(lab.current(), () -> lab.problems().toString());
        assertEquals("", port(lab, "p3", "VLAN").value());
        assertEquals("64", port(lab, "p3", "RX ring").value());
        assertEquals("[10, 20]", port(lab, "p1", "Trunk").value());
        port(lab, "p4", "VLAN").edit().apply("").apply(lab);
        assertFalse(lab.text().contains("p4"), "nothing to clear, nothing to write");
    }

    @Test
    void aSwitchHasNoPropertiesThatItCannotHave() {
        LabDocument lab = new LabDocument(SWITCH, "switch.yaml", Vocabulary.ANY);
        List<String> labels = PropertyRows.of(lab.lab().orElseThrow(), Vocabulary.ANY,
                List.of(EditTarget.node("sw"))).stream().map(PropertyRow::label).toList();
        for (String none : List.of("Gateway", "Address", "Congestion control", "Send buffer")) {
            assertFalse(labels.contains(none), none);
        }
    }

    private String addresses() {
        return document.lab().orElseThrow().node("alice").orElseThrow().interfaces().getFirst().addressText();
    }

    @Test
    void addressesAreAddedChangedAndTakenAway() {
        EditTarget alice = EditTarget.node("alice");
        assertFalse(rows(alice).stream().anyMatch(r -> r.label().equals("IPv6 gateway")), "it has no IPv6 address");
        Edit add = row("Add address", alice).edit().apply("2001:db8:1::1/64");
        document.apply(add);
        assertEquals("10.0.1.1/24, 2001:db8:1::1/64", addresses());
        set("IPv6 gateway", "2001:db8:1::2", alice);
        set("Gateway", "10.0.1.2", alice);
        set("IPv6 gateway", "", alice);
        assertEquals("10.0.1.2", row("Gateway", alice).value());
        set("Address 2", "2001:db8:1::9/64", alice);
        set("Address", "10.0.1.9/24", alice);
        assertEquals("10.0.1.9/24, 2001:db8:1::9/64", addresses());
        document.apply(row("Address 2", alice).edit().apply(""));
        assertEquals("10.0.1.9/24", addresses());
    }

    @Test
    void anAddressIsUndoneToTheByte() {
        Edit add = row("Add address", EditTarget.node("alice")).edit().apply("2001:db8:1::1/64");
        add.apply(document);
        assertEquals("10.0.1.1/24, 2001:db8:1::1/64", addresses());
        add.revert(document);
        assertEquals(TEXT, document.text());
    }

    @Test
    void wrongAddressesAreRefusedWithASentence() {
        EditTarget alice = EditTarget.node("alice");
        for (String wrong : List.of("10.0.1.5", "10.0.1.5/33", "10.0.1.5/x", "2001:db8::1::/64", "ff02::1/64", "10.0.1.1/24",
                "10.0.1.300/24")) {
            String sentence = row("Add address", alice).check().apply(wrong).orElseThrow(() -> new AssertionError(wrong));
            assertTrue(sentence.endsWith("."), sentence);
        }
        assertTrue(row("Address", alice).check().apply("").isPresent(), "the only one stays");
        assertTrue(row("Add address", alice).check().apply("").isEmpty());
        assertTrue(row("Gateway", alice).check().apply("2001:db8::1").isPresent());
        assertTrue(row("Gateway", alice).check().apply("10.0.1").isPresent());
    }

    @Test
    void nonsenseIsRefusedWithASentence() {
        Map<String, String> wrong = Map.of("Rate", "fast", "Delay", "10", "Loss", "101 %", "Queue limit", "0 packets");
        wrong.forEach((label, value) -> {
            String sentence = row(label, cable()).check().apply(value).orElseThrow(() -> new AssertionError(label));
            assertTrue(sentence.endsWith(".") && Character.isUpperCase(sentence.charAt(0))
                    || sentence.startsWith("'"), sentence);
        });
        assertTrue(row("MTU", EditTarget.node("alice")).check().apply("67").isPresent());
        assertTrue(row("MTU", EditTarget.node("alice")).check().apply("68").isEmpty());
        assertTrue(row("RX ring", EditTarget.node("alice")).check().apply("48").isPresent());
        assertTrue(row("RX ring", EditTarget.node("alice")).check().apply("64").isEmpty());
        assertTrue(row("Seed").check().apply("one").isPresent());
    }

    @Test
    void choicesAreWhatIsThereNow() {
        assertEquals(List.of("reno", "vegas"), row("Congestion control", EditTarget.node("alice")).choices());
    }

    @Test
    void severalPartsAreShownUnderTheirNames() {
        List<String> groups = rows(EditTarget.node("alice"), EditTarget.node("bob")).stream()
                .map(PropertyRow::group).distinct().toList();
        assertEquals(List.of("alice", "bob"), groups);
    }
}
