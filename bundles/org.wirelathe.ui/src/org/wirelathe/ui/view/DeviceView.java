package org.wirelathe.ui.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.wirelathe.api.nic.NicSpec;
import org.wirelathe.lab.LabRun;
import org.wirelathe.lab.Snapshot;
import org.wirelathe.model.Interface;
import org.wirelathe.model.Lab;
import org.wirelathe.model.Node;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.edit.EditTarget;
import org.wirelathe.ui.device.Device;
import org.wirelathe.ui.device.DeviceCanvas;
import org.wirelathe.ui.editor.LabEditor;
import org.wirelathe.ui.editor.SessionListener;
import org.wirelathe.ui.run.Figures;
import org.wirelathe.ui.run.RunWatcher;

/** One interface at work: the queue, the rings, the card and its interrupts, live; and the screws to turn. */
public class DeviceView extends LabView {
    public static final String ID = "org.wirelathe.ui.device";

    /** Least time between two pictures, ns. */
    private static final long PAUSE = 50_000_000;
    /** Least time between two updates of numbers in a table, ns. */
    private static final long SLOW = 150_000_000;

    private Combo choice;
    /** What went wrong; else whether this is the past. */
    private Label remark;
    private DeviceCanvas canvas;
    private CounterTable counters;
    private RefitBar refit;
    private List<PortRef> ports = List.of();
    private PortRef port;
    private String complaint = "";
    private long drawn;
    private long counted;

    private final RunWatcher watcher = new RunWatcher() {
        @Override
        public void moved(Snapshot snapshot) {
            long now = System.nanoTime();
            if (now - drawn >= PAUSE || !editor().runs().isRunning()) {
                drawn = now;
                update();
            }
        }

        @Override
        public void stateChanged() {
            complain("");
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
            targets.stream().findFirst().flatMap(DeviceView.this::portOf).ifPresent(DeviceView.this::look);
        }
    };

    @Override
    protected void createContents(Composite parent) {
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        parent.setLayout(layout);
        Composite head = new Composite(parent, SWT.NONE);
        GridLayout row = new GridLayout(3, false);
        row.marginHeight = 2;
        row.marginWidth = 8;
        head.setLayout(row);
        head.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        choice = new Combo(head, SWT.READ_ONLY);
        choice.setData("id", "device.port");
        choice.setToolTipText("The interface to look at; it follows what is selected in the lab");
        choice.getAccessible().addAccessibleListener(new AccessibleName("Interface"));
        choice.addListener(SWT.Selection, e -> chosen());
        refit = new RefitBar(head, this::refit);
        remark = new Label(head, SWT.NONE);
        remark.setData("id", "device.remark");
        remark.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        SashForm sash = new SashForm(parent, SWT.HORIZONTAL);
        sash.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        canvas = new DeviceCanvas(sash);
        counters = new CounterTable(sash);
        sash.setWeights(68, 32);
    }

    private Lab lab() {
        return editor().runs().run().map(LabRun::lab).orElseGet(() -> editor().session().shown());
    }

    /** The interface that a selected part means; of several that which is shown already, or the first. */
    private Optional<PortRef> portOf(EditTarget target) {
        return switch (target) {
            case EditTarget.OfInterface of -> Optional.of(of.port());
            case EditTarget.OfCapture of -> Optional.of(of.port());
            case EditTarget.OfLink of -> Optional.of(of.b().equals(port) ? of.b() : of.a());
            case EditTarget.OfNode of -> port != null && port.node().equals(of.name()) ? Optional.of(port)
                    : ports.stream().filter(p -> p.node().equals(of.name())).findFirst();
            default -> Optional.empty();
        };
    }

    private void look(PortRef other) {
        if (ports.contains(other) && !other.equals(port)) {
            port = other;
            choice.select(ports.indexOf(other));
            counted = 0;
            complain("");
            update();
        }
    }

    private void chosen() {
        int index = choice.getSelectionIndex();
        if (index >= 0 && index < ports.size()) {
            look(ports.get(index));
            editor().session().select(List.of(EditTarget.node(port.node())));
        }
    }

    /** The lab or the run is another one, or another state of it. */
    private void renew() {
        if (canvas.isDisposed() || editor() == null) {
            return;
        }
        List<PortRef> now = new ArrayList<>();
        for (Node node : lab().nodes()) {
            for (Interface iface : node.interfaces()) {
                now.add(new PortRef(node.name(), iface.name()));
            }
        }
        if (!now.equals(ports)) {
            ports = List.copyOf(now);
            choice.setItems(ports.stream().map(PortRef::toString).toArray(String[]::new));
            if (port == null || !ports.contains(port)) {
                port = ports.isEmpty() ? null : editor().session().selection().stream().findFirst()
                        .flatMap(this::portOf).filter(ports::contains).orElse(ports.getFirst());
            }
            choice.select(port == null ? -1 : ports.indexOf(port));
            choice.getParent().layout();
        }
        counted = 0;
        update();
    }

    private void update() {
        if (canvas.isDisposed()) {
            return;
        }
        Optional<Device> device = editor() == null || port == null ? Optional.empty()
                : editor().runs().latest().flatMap(snapshot -> Device.of(snapshot, lab(), port));
        if (device.isEmpty()) {
            canvas.hint(hint());
            counters.clear();
            refit.show(null, false);
            remark(complaint);
            return;
        }
        canvas.show(device.get());
        refit.show(device.get().nic().spec(), editor().runs().isAlive());
        remark(!complaint.isEmpty() || editor().runs().isAlive() ? complaint
                : "As it was at the end, " + Figures.time(device.get().time()));
        long now = System.nanoTime();
        if (now - counted >= SLOW || !editor().runs().isRunning()) {
            counted = now;
            counters.show(device.get());
        }
    }

    private String hint() {
        if (editor() == null) {
            return "Open a lab to look at its interfaces.";
        }
        if (ports.isEmpty()) {
            return "This lab has no interfaces yet: add two nodes and lay a cable between them.";
        }
        return "Run the lab, and the queue, the rings and the card of " + port + " appear here.";
    }

    private void refit(UnaryOperator<NicSpec> change) {
        LabRun run = editor() == null ? null : editor().runs().run().orElse(null);
        if (run == null || port == null) {
            return;
        }
        complain("");
        run.refit(port, change).whenComplete((spec, trouble) -> canvas.getDisplay().asyncExec(() -> {
            if (trouble != null && !canvas.isDisposed()) {
                complain("Not refitted: " + trouble.getMessage());
            }
        }));
    }

    private void complain(String sentence) {
        complaint = sentence;
        remark(sentence);
    }

    private void remark(String sentence) {
        if (!remark.isDisposed() && !sentence.equals(remark.getText())) {
            remark.setText(sentence);
            remark.setToolTipText(sentence);
        }
    }

    @Override
    protected void attached(LabEditor newEditor) {
        newEditor.runs().addWatcher(watcher);
        newEditor.session().addListener(follower);
        port = null;
        ports = List.of();
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
        if (canvas.isDisposed()) {
            return;
        }
        ports = List.of();
        port = null;
        choice.removeAll();
        choice.setEnabled(false);
        update();
    }

    @Override
    public void setFocus() {
        canvas.setFocus();
    }
}
