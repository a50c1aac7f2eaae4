package org.wirelathe.ui.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.wirelathe.lab.Snapshot;
import org.wirelathe.lab.SwapScope;
import org.wirelathe.ui.Icons;

/** Swaps the congestion control of the selected connection, of its node, or of all, while the run goes on. */
final class SwapBar {
    private final FlowTable flows;
    private final BiConsumer<SwapScope, String> swap;
    private final Combo scope;
    private final Combo algorithm;
    private final Button button;
    private boolean alive;

    SwapBar(Composite parent, FlowTable flows, BiConsumer<SwapScope, String> swap) {
        this.flows = flows;
        this.swap = swap;
        Composite row = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(4, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        row.setLayout(layout);
        row.setLayoutData(new GridData(SWT.FILL, SWT.BOTTOM, true, false));
        scope = new Combo(row, SWT.READ_ONLY);
        scope.setData("id", "swap.scope");
        scope.setItems("All connections", "Selected connection", "Its node");
        scope.select(0);
        scope.setToolTipText("Which connections change their congestion control");
        Label to = new Label(row, SWT.NONE);
        to.setText("to");
        algorithm = new Combo(row, SWT.READ_ONLY);
        algorithm.setData("id", "swap.algorithm");
        algorithm.setToolTipText("The congestion control that takes over");
        algorithm.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        button = new Button(row, SWT.PUSH);
        button.setData("id", "swap");
        button.setText("Swap");
        button.setImage(Icons.image(Icons.SWAP));
        button.addListener(SWT.Selection, e -> swap());
        flows.widget().addListener(SWT.Selection, e -> {
            if (scope.getSelectionIndex() == 0) {
                scope.select(1);
            }
            enable(alive);
        });
        scope.addListener(SWT.Selection, e -> enable(alive));
    }

    /** The algorithms that are there now; the one that was chosen stays chosen. */
    void algorithms(Collection<String> names) {
        if (algorithm.isDisposed() || List.of(algorithm.getItems()).equals(new ArrayList<>(names))) {
            return;
        }
        String chosen = algorithm.getText();
        algorithm.setItems(names.toArray(String[]::new));
        int index = algorithm.indexOf(chosen);
        algorithm.select(Math.max(0, index));
    }

    /** @param nowAlive whether there is a run whose connections can change */
    void enable(boolean nowAlive) {
        alive = nowAlive;
        button.setEnabled(alive && algorithm.getItemCount() > 0 && scope() != null);
    }

    private void swap() {
        SwapScope chosen = scope();
        if (chosen != null && !algorithm.getText().isEmpty()) {
            swap.accept(chosen, algorithm.getText());
        }
    }

    private SwapScope scope() {
        Snapshot.FlowRow flow = flows.selected();
        return switch (scope.getSelectionIndex()) {
            case 1 -> flow == null ? null
                    : new SwapScope.OfConnection(flow.node(), flow.report().local(), flow.report().remote());
            case 2 -> flow == null ? null : new SwapScope.OfNode(flow.node());
            default -> new SwapScope.All();
        };
    }
}
