package org.wirelathe.ui.view;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.action.Action;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.actions.ActionFactory;
import org.wirelathe.lab.LabRun;
import org.wirelathe.lab.NodeAccess;
import org.wirelathe.lab.Snapshot;
import org.wirelathe.model.Lab;
import org.wirelathe.model.Node;
import org.wirelathe.model.edit.EditTarget;
import org.wirelathe.ui.editor.LabEditor;
import org.wirelathe.ui.editor.SessionListener;
import org.wirelathe.ui.network.NetworkTables;
import org.wirelathe.ui.run.Figures;
import org.wirelathe.ui.run.RunWatcher;

/** The network layer of one node, live: its addresses, its routes, and whom it knows on its links. */
public class NetworkView extends LabView {
    public static final String ID = "org.wirelathe.ui.network";

    /** Least time between two looks, ns. */
    private static final long PAUSE = 200_000_000;
    /** Of the run's thread no more than one part in so many is spent on being looked at. */
    private static final int SHARE = 20;
    /** Milliseconds until a look for marks that have to go. */
    private static final int FADE = 1_000;

    /** @param took ns that it took */
    private record Answer(NetworkTables tables, long took) {
        static Answer of(NodeAccess node, boolean local) {
            long begin = System.nanoTime();
            NetworkTables tables = NetworkTables.of(node, local);
            return new Answer(tables, System.nanoTime() - begin);
        }
    }

    private record Asked(LabRun run, String node, boolean local) {
    }

    private Combo choice;
    private Button copy;
    private Button local;
    /** Whether this is the past. */
    private Label remark;
    private Composite body;
    private StackLayout stack;
    private Label hint;
    private Composite full;
    private NetworkPages pages;
    private Label foot;
    private List<String> nodes = List.of();
    private String node;
    private LabRun seen;
    private boolean asked;
    /** Somebody should have looked, but nobody could see it or an answer was still to come. */
    private boolean missed;
    private boolean fading;
    /** {@link System#nanoTime} before which the run is not asked again. */
    private long next;

    private final RunWatcher watcher = new RunWatcher() {
        @Override
        public void moved(Snapshot snapshot) {
            if (System.nanoTime() >= next || !editor().runs().isRunning()) {
                update();
            }
        }

        @Override
        public void stateChanged() {
            renew();
        }
    };

    private final SessionListener follower = new SessionListener() {
        @Override
        public void documentChanged() {
            renew();
        }

        @Override
        public void selectionChanged(List<EditTarget> targets) {
            targets.stream().findFirst().flatMap(NetworkView.this::nodeOf).ifPresent(NetworkView.this::look);
        }
    };

    @Override
    protected void createContents(Composite parent) {
        parent.setLayout(tight(new GridLayout()));
        Composite head = new Composite(parent, SWT.NONE);
        GridLayout row = new GridLayout(4, false);
        row.marginHeight = 2;
        row.marginWidth = 8;
        head.setLayout(row);
        head.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        choice = new Combo(head, SWT.READ_ONLY);
        choice.setData("id", "network.node");
        choice.setToolTipText("The node to look at; it follows what is selected in the lab");
        choice.getAccessible().addAccessibleListener(new AccessibleName("Node"));
        choice.addListener(SWT.Selection, e -> chosen());
        copy = new Button(head, SWT.PUSH);
        copy.setData("id", "network.copy");
        copy.setText("Copy");
        copy.setToolTipText("Copies the selected lines, or all of them, as the ip command writes them (Ctrl+C)");
        copy.addListener(SWT.Selection, e -> copy());
        local = new Button(head, SWT.CHECK);
        local.setData("id", "network.local");
        local.setText("Local routes");
        local.setToolTipText("Shows the routes to the node's own addresses and to broadcasts, too");
        local.addListener(SWT.Selection, e -> {
            pages.forgetRoutes();
            update();
        });
        remark = new Label(head, SWT.NONE);
        remark.setData("id", "network.remark");
        remark.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        body = new Composite(parent, SWT.NONE);
        body.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        stack = new StackLayout();
        body.setLayout(stack);
        hint = new Label(body, SWT.CENTER | SWT.WRAP);
        hint.setData("id", "network.hint");
        full = new Composite(body, SWT.NONE);
        full.setLayout(tight(new GridLayout()));
        pages = new NetworkPages(full, this::turned);
        pages.widget().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        foot = new Label(full, SWT.WRAP);
        foot.setData("id", "network.about");
        GridData two = new GridData(SWT.FILL, SWT.BOTTOM, true, false);
        two.horizontalIndent = 8;
        two.heightHint = 2 * foot.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
        foot.setLayoutData(two);
        parent.addListener(SWT.Paint, e -> caughtUp());
        foot.addListener(SWT.Paint, e -> caughtUp());
        global(ActionFactory.COPY, this::copy);
        global(ActionFactory.SELECT_ALL, pages::selectAll);
    }

    private static GridLayout tight(GridLayout layout) {
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 2;
        return layout;
    }

    /** That command of the workbench means this as long as the view is in front. */
    private void global(ActionFactory command, Runnable what) {
        getViewSite().getActionBars().setGlobalActionHandler(command.getId(), new Action() {
            @Override
            public void run() {
                what.run();
            }
        });
    }

    private void copy() {
        String text = pages.text();
        if (!text.isEmpty()) {
            Clipboard clipboard = new Clipboard(body.getDisplay());
            clipboard.setContents(new Object[] {text + "\n"}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        }
    }

    private Lab lab() {
        return editor().runs().run().map(LabRun::lab).orElseGet(() -> editor().session().shown());
    }

    /** The node that a selected part means; of a cable's two that which is shown already, or the first. */
    private Optional<String> nodeOf(EditTarget target) {
        return switch (target) {
            case EditTarget.OfNode of -> Optional.of(of.name());
            case EditTarget.OfInterface of -> Optional.of(of.port().node());
            case EditTarget.OfCapture of -> Optional.of(of.port().node());
            case EditTarget.OfLink of -> Optional.of(of.b().node().equals(node) ? of.b().node() : of.a().node());
            default -> Optional.empty();
        };
    }

    private void look(String other) {
        if (nodes.contains(other) && !other.equals(node)) {
            node = other;
            choice.select(nodes.indexOf(other));
            update();
        }
    }

    private void chosen() {
        int index = choice.getSelectionIndex();
        if (index >= 0) {
            look(nodes.get(index));
            editor().session().select(List.of(EditTarget.node(node)));
        }
    }

    private void turned() {
        foot.setText(pages.about());
        update();
    }

    /** The lab or the run is another one, or another state of it. */
    private void renew() {
        if (body.isDisposed() || editor() == null) {
            return;
        }
        LabRun run = editor().runs().run().orElse(null);
        if (run != seen) {
            seen = run;
            pages.forget();
        }
        List<String> now = lab().nodes().stream().map(Node::name).toList();
        if (!now.equals(nodes)) {
            nodes = now;
            choice.setItems(nodes.toArray(String[]::new));
            if (node == null || !nodes.contains(node)) {
                node = nodes.isEmpty() ? null : editor().session().selection().stream().findFirst()
                        .flatMap(this::nodeOf).filter(nodes::contains).orElse(nodes.getFirst());
            }
            choice.select(node == null ? -1 : nodes.indexOf(node));
            choice.getParent().layout();
        }
        update();
    }

    /** Looks at the node, when somebody can see it. */
    private void update() {
        if (body.isDisposed()) {
            return;
        }
        LabRun run = editor() == null || node == null ? null : editor().runs().run().orElse(null);
        if (run == null || editor().runs().latest().isEmpty()) {
            hint(hintText());
            return;
        }
        if (asked || !body.isVisible()) {
            missed = true;
            return;
        }
        asked = true;
        missed = false;
        String looked = node;
        boolean all = local.getSelection();
        run.onNode(looked, access -> Answer.of(access, all)).whenComplete((answer, trouble) -> {
            if (!body.isDisposed()) {
                body.getDisplay().asyncExec(() -> arrived(new Asked(run, looked, all), answer, trouble));
            }
        });
    }

    private void arrived(Asked question, Answer answer, Throwable trouble) {
        asked = false;
        if (body.isDisposed()) {
            return;
        }
        next = System.nanoTime() + Math.max(PAUSE, answer == null ? 0 : SHARE * answer.took());
        if (answer != null && question.equals(new Asked(seen, node, local.getSelection()))) {
            show(answer.tables());
        } else if (trouble != null) {
            remark(question.node() + " does not answer: " + trouble.getMessage());
        }
        caughtUp();
    }

    private void show(NetworkTables tables) {
        pages.show(node, tables);
        front(full);
        copy.setEnabled(true);
        remark(editor().runs().isAlive() ? "" : "As it was at the end, " + Figures.time(tables.time()));
        String about = pages.about();
        if (!about.equals(foot.getText())) {
            foot.setText(about);
        }
        if (pages.isMarked(node) && !fading) {
            fading = true;
            body.getDisplay().timerExec(FADE, () -> {
                fading = false;
                update();
            });
        }
    }

    /** Does what could not be done before. */
    private void caughtUp() {
        if (missed && body.isVisible()) {
            body.getDisplay().asyncExec(this::update);
        }
    }

    private void hint(String sentence) {
        hint.setText(sentence);
        front(hint);
        copy.setEnabled(false);
        remark("");
    }

    private void front(Control control) {
        if (stack.topControl != control) {
            stack.topControl = control;
            body.layout();
        }
    }

    private String hintText() {
        if (editor() == null) {
            return "\nOpen a lab to look at the addresses and routes of its nodes.";
        }
        if (node == null) {
            return "\nThis lab has no nodes yet: drag a host from the palette onto the canvas.";
        }
        return "\nRun the lab, and the addresses, routes and neighbours of " + node + " appear here.";
    }

    private void remark(String sentence) {
        if (!sentence.equals(remark.getText())) {
            remark.setText(sentence);
        }
    }

    @Override
    protected void attached(LabEditor newEditor) {
        newEditor.runs().addWatcher(watcher);
        newEditor.session().addListener(follower);
        node = null;
        nodes = List.of();
        choice.setEnabled(true);
        renew();
    }

    @Override
    protected void detaching(LabEditor oldEditor) {
        oldEditor.runs().removeWatcher(watcher);
        oldEditor.session().removeListener(follower);
    }

    @Override
    protected void detached() {
        if (body.isDisposed()) {
            return;
        }
        nodes = List.of();
        node = null;
        seen = null;
        choice.removeAll();
        choice.setEnabled(false);
        update();
    }

    @Override
    public void setFocus() {
        pages.setFocus();
    }
}
