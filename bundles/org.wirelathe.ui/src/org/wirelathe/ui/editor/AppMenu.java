package org.wirelathe.ui.editor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.wirelathe.model.App;
import org.wirelathe.model.Lab;
import org.wirelathe.model.Node;
import org.wirelathe.model.edit.Edit;
import org.wirelathe.model.edit.EditTarget;
import org.wirelathe.model.edit.Edits;

/** The parts of a node's menu that are about its applications. What they begin with is changed in Properties. */
final class AppMenu {
    private static final int FIRST_PORT = 5001;

    private final LabSession session;
    private final Lab lab;
    private final String node;

    AppMenu(LabSession session, String node) {
        this.session = session;
        this.lab = session.shown();
        this.node = node;
    }

    void fill(IMenuManager menu) {
        MenuManager add = new MenuManager("Add Application");
        add.add(action("Receive (sink)", Edits.addApp(node, "sink", Map.of("port", Integer.toString(freePort())))));
        add.add(targets("Send To", this::sinks));
        add.add(targets("Ping", this::others));
        menu.add(add);
        MenuManager remove = new MenuManager("Remove Application");
        for (int i = 0; i < lab.apps().size(); i++) {
            App app = lab.apps().get(i);
            if (app.on().equals(node)) {
                String what = app.text("to").or(() -> app.text("port")).map(t -> app.run() + " " + t).orElse(app.run());
                remove.add(action(what, Edits.delete(List.of(EditTarget.app(i)))));
            }
        }
        if (!remove.isEmpty()) {
            menu.add(remove);
        }
    }

    private MenuManager targets(String title, Supplier<Map<String, Edit>> choices) {
        MenuManager menu = new MenuManager(title);
        choices.get().forEach((name, edit) -> menu.add(action(name, edit)));
        return menu;
    }

    private Map<String, Edit> sinks() {
        Map<String, Edit> found = new LinkedHashMap<>();
        for (App app : lab.apps()) {
            if (app.run().equals("sink") && !app.on().equals(node) && app.text("port").isPresent()) {
                String to = app.on() + ":" + app.text("port").get();
                Map<String, String> parameters = new LinkedHashMap<>();
                parameters.put("to", to);
                parameters.put("bytes", "10 MB");
                found.put(to, Edits.addApp(node, "send", parameters));
            }
        }
        return found;
    }

    private Map<String, Edit> others() {
        Map<String, Edit> found = new LinkedHashMap<>();
        for (Node other : lab.nodes()) {
            if (!other.name().equals(node)) {
                found.put(other.name(), Edits.addApp(node, "ping", Map.of("to", other.name())));
            }
        }
        return found;
    }

    private int freePort() {
        int port = FIRST_PORT;
        while (taken(Integer.toString(port))) {
            port++;
        }
        return port;
    }

    private boolean taken(String port) {
        return lab.apps().stream()
                .anyMatch(app -> app.on().equals(node) && app.text("port").filter(port::equals).isPresent());
    }

    private Action action(String text, Edit edit) {
        return new Action(text) {
            @Override
            public void run() {
                session.perform(edit);
            }
        };
    }
}
