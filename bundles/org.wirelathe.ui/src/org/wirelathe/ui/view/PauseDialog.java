package org.wirelathe.ui.view;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.wirelathe.lab.Watch;
import org.wirelathe.ui.Icons;
import org.wirelathe.ui.Recent;
import org.wirelathe.ui.editor.LabEditor;
import org.wirelathe.ui.editor.Sentences;
import org.wirelathe.ui.run.PauseList;

/** Asks what the run is to stand still for, says while one types what is wrong with it, and shows what there is. */
public final class PauseDialog extends Dialog {
    /** Least width, in dialog units. */
    private static final int WIDTH = 300;
    /** Lines that are kept free for what is wrong. */
    private static final int LINES = 2;
    /** Rows of the list that are seen at first. */
    private static final int ROWS = 4;

    private final PauseList pauses;
    private final PauseExamples examples;
    private Combo text;
    private Label sign;
    private Label advice;
    private Table table;
    private Button remove;

    private PauseDialog(Shell shell, LabEditor editor) {
        super(shell);
        pauses = editor.runs().pauses();
        examples = PauseExamples.of(editor.session().document().lab());
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    public static void open(LabEditor editor) {
        new PauseDialog(editor.getSite().getShell(), editor).open();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Pause When");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        label(area, "Pause the run when:");
        text = new Combo(area, SWT.DROP_DOWN);
        text.setData("id", "pause.text");
        text.setItems(Recent.pauses().toArray(String[]::new));
        text.addListener(SWT.Modify, e -> validate());
        GridDataFactory.fillDefaults().grab(true, false).hint(convertHorizontalDLUsToPixels(WIDTH), SWT.DEFAULT)
                .applyTo(text);
        advice(area);
        examples(area);
        label(area, "\nIt pauses when:");
        list(area);
        return area;
    }

    private static void label(Composite area, String title) {
        new Label(area, SWT.NONE).setText(title);
    }

    private void advice(Composite area) {
        Composite row = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        sign = new Label(row, SWT.NONE);
        sign.setImage(Icons.image(Icons.WARNING));
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.TOP).applyTo(sign);
        advice = new Label(row, SWT.WRAP);
        advice.setData("id", "pause.advice");
        GridDataFactory.fillDefaults().grab(true, false)
                .hint(SWT.DEFAULT, convertHeightInCharsToPixels(LINES))
                .applyTo(advice);
    }

    private void examples(Composite area) {
        Composite grid = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(16, 2).applyTo(grid);
        examples.all().forEach(example -> {
            Link link = new Link(grid, SWT.NONE);
            link.setText("<a>" + example.text().replace("&", "&&") + "</a>");
            link.setToolTipText("Put this into the field");
            link.addListener(SWT.Selection, e -> {
                text.setText(example.text());
                text.setFocus();
            });
            new Label(grid, SWT.NONE).setText(example.meaning());
        });
    }

    private void list(Composite area) {
        Composite row = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(row);
        table = new Table(row, SWT.BORDER | SWT.MULTI);
        table.setData("id", "pause.list");
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, table.getItemHeight() * ROWS).applyTo(table);
        table.getAccessible().addAccessibleListener(new AccessibleName("What the run stands still for"));
        table.addListener(SWT.Selection, e -> remove.setEnabled(table.getSelectionCount() > 0));
        table.addListener(SWT.KeyDown, e -> {
            if (e.keyCode == SWT.DEL) {
                removeSelected();
            }
        });
        remove = new Button(row, SWT.PUSH);
        remove.setText("&Remove");
        remove.setData("id", "pause.remove");
        remove.addListener(SWT.Selection, e -> removeSelected());
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.TOP).applyTo(remove);
        show();
    }

    private void show() {
        table.removeAll();
        for (Watch watch : pauses.all()) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setText(watch + remark(watch));
            item.setData(watch);
        }
        remove.setEnabled(false);
    }

    private String remark(Watch watch) {
        if (pauses.isForTheNextRun(watch)) {
            return "   (from the next run on)";
        }
        try {
            pauses.check(watch);
            return "";
        } catch (IllegalArgumentException e) {
            return watch instanceof Watch.At ? "" : "   (" + e.getMessage() + ")"; // a time may just be over
        }
    }

    private void removeSelected() {
        for (TableItem item : table.getSelection()) {
            pauses.remove((Watch) item.getData());
        }
        show();
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        Button add = createButton(parent, IDialogConstants.OK_ID, "&Add", true);
        add.setData("id", "pause.add");
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CLOSE_LABEL, false);
        validate();
        text.setFocus();
    }

    /** The button is there only after the field. */
    private void validate() {
        Button add = getButton(IDialogConstants.OK_ID);
        String typed = text.getText().strip();
        String trouble = "";
        String note = "";
        if (!typed.isEmpty()) {
            try {
                Watch watch = Watch.parse(typed);
                pauses.check(watch);
                note = pauses.isForTheNextRun(watch) ? "This counts from the next run on: the one that is on does not"
                        + " tell of stages." : "";
            } catch (IllegalArgumentException e) {
                trouble = e.getMessage();
            }
        }
        sign.setVisible(!trouble.isEmpty());
        advice.setText(Sentences.capital(trouble + note).replace("&", "&&"));
        if (add != null) {
            add.setEnabled(!typed.isEmpty() && trouble.isEmpty());
        }
    }

    @Override
    protected void okPressed() {
        try {
            Watch watch = Watch.parse(text.getText());
            pauses.add(watch);
            Recent.addPause(watch.toString());
            super.okPressed();
        } catch (IllegalArgumentException e) {
            validate(); // the run has gone on since it was typed
        }
    }
}
