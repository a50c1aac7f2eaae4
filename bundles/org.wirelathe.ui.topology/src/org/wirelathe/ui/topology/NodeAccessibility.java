package org.wirelathe.ui.topology;

import java.util.List;
import java.util.Optional;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Point;
import org.wirelathe.model.edit.EditTarget;
import org.wirelathe.ui.topology.scene.Box;
import org.wirelathe.ui.topology.scene.NodeShape;
import org.wirelathe.ui.topology.scene.Viewport;

/** Lets a screen reader find the nodes: each is a child with a name, bounds and state. */
final class NodeAccessibility {
    private final TopologyCanvas canvas;

    private NodeAccessibility(TopologyCanvas canvas) {
        this.canvas = canvas;
    }

    static void install(TopologyCanvas canvas) {
        NodeAccessibility nodes = new NodeAccessibility(canvas);
        canvas.getAccessible().addAccessibleListener(nodes.new Names());
        canvas.getAccessible().addAccessibleControlListener(nodes.new Children());
    }

    static void selectionChanged(TopologyCanvas canvas) {
        canvas.getAccessible().selectionChanged();
        canvas.getAccessible().setFocus(focused(canvas).map(NodeShape::index).orElse(ACC.CHILDID_SELF));
    }

    private static Optional<NodeShape> focused(TopologyCanvas canvas) {
        List<String> selected = canvas.selection().nodes();
        return selected.isEmpty() ? Optional.empty() : canvas.scene().node(selected.getLast());
    }

    private Optional<NodeShape> child(int id) {
        List<NodeShape> nodes = canvas.scene().nodes();
        return id >= 0 && id < nodes.size() ? Optional.of(nodes.get(id)) : Optional.empty();
    }

    private final class Names extends AccessibleAdapter {
        @Override
        public void getName(AccessibleEvent event) {
            event.result = child(event.childID)
                    .map(n -> n.node().name() + ", " + n.node().type().word())
                    .orElse("Topology of " + canvas.scene().lab().name());
        }

        @Override
        public void getDescription(AccessibleEvent event) {
            child(event.childID).ifPresent(n -> event.result = Tips.node(n.node()));
        }
    }

    private final class Children extends AccessibleControlAdapter {
        @Override
        public void getChildCount(AccessibleControlEvent event) {
            event.detail = canvas.scene().nodes().size();
        }

        @Override
        public void getChildren(AccessibleControlEvent event) {
            event.children = canvas.scene().nodes().stream().map(NodeShape::index).toArray(Integer[]::new);
        }

        @Override
        public void getRole(AccessibleControlEvent event) {
            event.detail = event.childID == ACC.CHILDID_SELF ? ACC.ROLE_LIST : ACC.ROLE_LISTITEM;
        }

        @Override
        public void getState(AccessibleControlEvent event) {
            event.detail = child(event.childID).map(this::state).orElse(ACC.STATE_FOCUSABLE);
        }

        private int state(NodeShape node) {
            int state = ACC.STATE_SELECTABLE | ACC.STATE_FOCUSABLE;
            if (canvas.selection().contains(EditTarget.node(node.node().name()))) {
                state |= ACC.STATE_SELECTED;
            }
            boolean focus = canvas.isFocusControl() && focused(canvas).filter(node::equals).isPresent();
            return focus ? state | ACC.STATE_FOCUSED : state;
        }

        @Override
        public void getLocation(AccessibleControlEvent event) {
            Viewport view = canvas.view();
            Box box = child(event.childID).map(NodeShape::bounds).orElse(view.visible());
            Point corner = canvas.toDisplay(
                    (int) Math.round(view.toViewX(box.left())), (int) Math.round(view.toViewY(box.top())));
            event.x = corner.x;
            event.y = corner.y;
            event.width = (int) Math.round(box.width() * view.zoom());
            event.height = (int) Math.round(box.height() * view.zoom());
        }

        @Override
        public void getChildAtPoint(AccessibleControlEvent event) {
            Point point = canvas.toControl(event.x, event.y);
            Viewport view = canvas.view();
            event.childID = canvas.scene()
                    .nodeAt(view.toSceneX(point.x), view.toSceneY(point.y))
                    .map(NodeShape::index)
                    .orElse(ACC.CHILDID_SELF);
        }

        @Override
        public void getFocus(AccessibleControlEvent event) {
            event.childID = !canvas.isFocusControl() ? ACC.CHILDID_NONE
                    : focused(canvas).map(NodeShape::index).orElse(ACC.CHILDID_SELF);
        }

        @Override
        public void getSelection(AccessibleControlEvent event) {
            Integer[] selected = canvas.selection().nodes().stream()
                    .flatMap(name -> canvas.scene().node(name).stream())
                    .map(NodeShape::index)
                    .toArray(Integer[]::new);
            if (selected.length == 1) {
                event.childID = selected[0];
            } else if (selected.length == 0) {
                event.childID = ACC.CHILDID_NONE;
            } else {
                event.childID = ACC.CHILDID_MULTIPLE;
                event.children = selected;
            }
        }
    }
}
