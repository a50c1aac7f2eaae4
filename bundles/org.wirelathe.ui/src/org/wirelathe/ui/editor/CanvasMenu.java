package org.wirelathe.ui.editor;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.wirelathe.model.Node;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.edit.EditTarget;
import org.wirelathe.model.edit.Edits;
import org.wirelathe.ui.Icons;
import org.wirelathe.ui.topology.TopologyCanvas;

/** The menu of the canvas: what can be done with what is under the pointer. */
final class CanvasMenu {
    private final LabSession session;
    private final TopologyCanvas canvas;
    private Point pointer = new Point(0, 0);

    private CanvasMenu(LabSession session, TopologyCanvas canvas) {
        this.session = session;
        this.canvas = canvas;
    }

    static void install(LabSession session, TopologyCanvas canvas) {
        CanvasMenu menu = new CanvasMenu(session, canvas);
        MenuManager manager = new MenuManager();
        manager.setRemoveAllWhenShown(true);
        manager.addMenuListener(menu::fill);
        canvas.setMenu(manager.createContextMenu(canvas));
        canvas.addListener(SWT.MenuDetect, e -> menu.pointer = canvas.toControl(e.x, e.y));
        canvas.addListener(SWT.Dispose, e -> manager.dispose());
    }

    private void fill(IMenuManager menu) {
        List<EditTarget> selection = session.selection();
        if (selection.isEmpty()) {
            Point here = pointer;
            menu.add(action("Add Host Here", Icons.HOST, () -> canvas.addNode(NodeType.HOST, here)));
            menu.add(action("Add Router Here", Icons.ROUTER, () -> canvas.addNode(NodeType.ROUTER, here)));
            menu.add(action("Add Switch Here", Icons.SWITCH, () -> canvas.addNode(NodeType.SWITCH, here)));
            menu.add(new Separator());
            menu.add(action("Select All", null, canvas::selectAll));
            menu.add(action("Fit", null, canvas::fit));
            return;
        }
        List<String> nodes = selection.stream()
                .filter(EditTarget.OfNode.class::isInstance)
                .map(t -> ((EditTarget.OfNode) t).name())
                .toList();
        if (nodes.size() == 1 && selection.size() == 1) {
            menu.add(action("Rename", null, canvas::renameSelected));
            session.shown().node(nodes.getFirst()).ifPresent(node -> menu.add(congestion(node)));
            new AppMenu(session, nodes.getFirst()).fill(menu);
        }
        if (nodes.size() == 2) {
            menu.add(action("Lay Cable", Icons.CABLE, canvas::connectSelected));
        }
        if (selection.size() == 1 && selection.getFirst() instanceof EditTarget.OfLink link) {
            menu.add(capture(link.a()));
            menu.add(capture(link.b()));
        }
        menu.add(new Separator());
        menu.add(action("Delete", null, canvas::deleteSelected));
    }

    private MenuManager congestion(Node node) {
        MenuManager menu = new MenuManager("Congestion Control");
        TreeSet<String> names = new TreeSet<>(session.document().vocabulary().algorithms());
        names.add(node.tcp().congestion());
        for (String name : names) {
            IAction choice = new Action(name, IAction.AS_RADIO_BUTTON) {
                @Override
                public void run() {
                    if (isChecked() && !name.equals(node.tcp().congestion())) {
                        EditTarget target = EditTarget.node(node.name());
                        session.perform(Edits.set(target, "tcp.congestion", Optional.of(name)));
                    }
                }
            };
            choice.setChecked(name.equals(node.tcp().congestion()));
            menu.add(choice);
        }
        return menu;
    }

    private IAction capture(PortRef port) {
        boolean captured = session.shown().capture().contains(port);
        IAction toggle = new Action("Capture " + port, IAction.AS_CHECK_BOX) {
            @Override
            public void run() {
                session.perform(Edits.capture(port, !captured));
            }
        };
        toggle.setChecked(captured);
        return toggle;
    }

    private static IAction action(String text, String icon, Runnable run) {
        Action action = new Action(text) {
            @Override
            public void run() {
                run.run();
            }
        };
        if (icon != null) {
            action.setImageDescriptor(Icons.descriptor(icon));
        }
        return action;
    }
}
