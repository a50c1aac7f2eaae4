package org.wirelathe.ui.view;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.actions.ActionFactory;
import org.wirelathe.ui.Icons;
import org.wirelathe.ui.Theme;
import org.wirelathe.ui.editor.LabEditor;
import org.wirelathe.ui.run.RunLog;
import org.wirelathe.ui.run.RunWatcher;

/** What happened in runs: the journal with its virtual times, results, where they were written, and what failed. */
public class ConsoleView extends LabView {
    public static final String ID = "org.wirelathe.ui.console";

    /** Older lines go when there are more than this. */
    private static final int MOST_LINES = 5000;

    private StyledText text;
    private boolean locked;

    private final RunWatcher watcher = new RunWatcher() {
        @Override
        public void logged(RunLog.Line line) {
            append(line);
            trim();
            scroll();
        }
    };

    @Override
    protected void createContents(Composite parent) {
        text = new StyledText(parent, SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL | SWT.H_SCROLL);
        text.setData("id", "console");
        text.setFont(JFaceResources.getTextFont());
        text.setMargins(8, 6, 8, 6);
        Action clear = new Action("Clear", Icons.descriptor(Icons.CLEAR)) {
            @Override
            public void run() {
                if (editor() != null) {
                    editor().runs().log().clear();
                }
                text.setText("");
            }
        };
        clear.setToolTipText("Clear the console");
        Action lock = new Action("Scroll lock", Action.AS_CHECK_BOX) {
            @Override
            public void run() {
                locked = isChecked();
            }
        };
        lock.setImageDescriptor(Icons.descriptor(Icons.LOCK));
        lock.setToolTipText("Stay where the view is when lines are added");
        IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
        bar.add(clear);
        bar.add(lock);
        Action copy = new Action("Copy") {
            @Override
            public void run() {
                text.copy();
            }
        };
        Action all = new Action("Select All") {
            @Override
            public void run() {
                text.selectAll();
            }
        };
        getViewSite().getActionBars().setGlobalActionHandler(ActionFactory.COPY.getId(), copy);
        getViewSite().getActionBars().setGlobalActionHandler(ActionFactory.SELECT_ALL.getId(), all);
    }

    private void append(RunLog.Line line) {
        int start = text.getCharCount();
        text.append(line.text() + "\n");
        if (line.kind() != RunLog.Kind.PLAIN) {
            Color background = text.getBackground();
            Color colour = line.kind() == RunLog.Kind.TROUBLE
                    ? Theme.error(background) : Theme.mix(text.getForeground(), background, 0.72);
            text.setStyleRange(new StyleRange(start, line.text().length(), colour, null));
        }
    }

    private void scroll() {
        if (!locked) {
            text.setTopIndex(text.getLineCount());
        }
    }

    private void trim() {
        int extra = text.getLineCount() - MOST_LINES;
        if (extra > 0) {
            text.replaceTextRange(0, text.getOffsetAtLine(extra), "");
        }
    }

    @Override
    protected void attached(LabEditor newEditor) {
        newEditor.runs().addWatcher(watcher);
        text.setText("");
        newEditor.runs().log().lines().forEach(this::append);
        scroll();
    }

    @Override
    protected void detaching(LabEditor oldEditor) {
        oldEditor.runs().removeWatcher(watcher);
    }

    @Override
    protected void detached() {
        // What was said stays to be read.
    }

    @Override
    public void setFocus() {
        text.setFocus();
    }
}
