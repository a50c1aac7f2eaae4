package org.wirelathe.model.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.Position;

/** What the Undo menu says. */
class EditLabelTest {
    private static final Position HERE = new Position(0, 0);

    @Test
    void labelsNameWhatIsDone() {
        assertEquals("Move a", Edits.move(Map.of("a", HERE)).label());
        assertEquals("Move 2 nodes", Edits.move(Map.of("a", HERE, "b", HERE)).label());
        assertEquals("Add router", Edits.addNode(NodeType.ROUTER, Optional.empty(), HERE).label());
        assertEquals("Add host h", Edits.addNode(NodeType.HOST, Optional.of("h"), HERE).label());
        assertEquals("Connect a and b", Edits.connect("a", "b").label());
        assertEquals("Delete a", Edits.delete(List.of(EditTarget.node("a"))).label());
        assertEquals(
                "Delete 2 parts",
                Edits.delete(List.of(EditTarget.node("a"), EditTarget.app(0))).label());
        assertEquals("Delete application 1", Edits.delete(List.of(EditTarget.app(0))).label());
        assertEquals("Rename a to b", Edits.rename("a", "b").label());
        assertEquals(
                "Set mtu of a:eth0",
                Edits.set(EditTarget.iface(new PortRef("a", "eth0")), "mtu", Optional.of("9"))
                        .label());
        assertEquals(
                "Clear gateway of a",
                Edits.set(EditTarget.node("a"), "gateway", Optional.empty()).label());
        assertEquals("Add ping on a", Edits.addApp("a", "ping", Map.of()).label());
    }

    @Test
    void aTypeThatNoLabCanBuildIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Edits.addNode(NodeType.TAP, Optional.empty(), HERE));
    }
}
