package org.wirelathe.ui.command;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.wirelathe.lab.Step;
import org.wirelathe.model.NodeType;
import org.wirelathe.ui.editor.LabEditor;
import org.wirelathe.ui.topology.TopologyCanvas;
import org.wirelathe.ui.view.PauseDialog;

/** A command about the lab in front; {@code plugin.xml} names it behind the class: {@code ...LabHandler:run}. */
public class LabHandler extends AbstractHandler implements IExecutableExtension {
    private record Meaning(Predicate<LabEditor> possible, Consumer<LabEditor> action) {
    }

    private static final long MILLISECOND = 1_000_000;
    private static final Map<String, Meaning> MEANINGS = Map.ofEntries(
            Map.entry("run", new Meaning(LabHandler::canRun, e -> e.runs().start())),
            Map.entry("pause", new Meaning(e -> e.runs().isRunning(), e -> e.runs().pause())),
            Map.entry("pauseWhen", new Meaning(e -> true, PauseDialog::open)),
            Map.entry("step", new Meaning(LabHandler::canRun, e -> e.runs().step(new Step.Event()))),
            Map.entry("stepFrame", new Meaning(LabHandler::canRun, e -> e.runs().step(new Step.Frame()))),
            Map.entry("stepTime", new Meaning(LabHandler::canRun, e -> e.runs().step(new Step.Time(MILLISECOND)))),
            Map.entry("stop", new Meaning(e -> e.runs().isAlive(), e -> e.runs().stop())),
            Map.entry("zoomIn", onCanvas(TopologyCanvas::zoomIn)),
            Map.entry("zoomOut", onCanvas(TopologyCanvas::zoomOut)),
            Map.entry("zoomFull", onCanvas(c -> c.zoomTo(1))),
            Map.entry("zoomFit", onCanvas(TopologyCanvas::fit)),
            Map.entry("addHost", onCanvas(c -> c.addNode(NodeType.HOST))),
            Map.entry("addRouter", onCanvas(c -> c.addNode(NodeType.ROUTER))),
            Map.entry("addSwitch", onCanvas(c -> c.addNode(NodeType.SWITCH))),
            Map.entry("connect", onCanvas(TopologyCanvas::connectSelected)));

    private Meaning meaning;

    private static Meaning onCanvas(Consumer<TopologyCanvas> action) {
        return new Meaning(e -> !e.showsText(), e -> action.accept(e.canvas()));
    }

    private static boolean canRun(LabEditor editor) {
        boolean ready = editor.runs().isAlive() || editor.runs().obstacle().isEmpty();
        return ready && !editor.runs().isRunning() && !editor.runs().isPreparing();
    }

    @Override
    public void setInitializationData(IConfigurationElement config, String property, Object data) {
        meaning = MEANINGS.get(String.valueOf(data));
    }

    private static LabEditor editor() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        boolean open = window != null && window.getActivePage() != null;
        return open && window.getActivePage().getActiveEditor() instanceof LabEditor lab ? lab : null;
    }

    @Override
    public boolean isEnabled() {
        LabEditor editor = editor();
        return editor != null && editor.isReady() && meaning.possible().test(editor);
    }

    @Override
    public Object execute(ExecutionEvent event) {
        if (isEnabled()) {
            meaning.action().accept(editor());
        }
        return null;
    }

    /** What can be done may have changed: menus and tool bar look again. */
    public static void refresh() {
        if (PlatformUI.isWorkbenchRunning()) {
            PlatformUI.getWorkbench().getService(IEventBroker.class)
                    .send(UIEvents.REQUEST_ENABLEMENT_UPDATE_TOPIC, UIEvents.ALL_ELEMENT_ID);
        }
    }
}
