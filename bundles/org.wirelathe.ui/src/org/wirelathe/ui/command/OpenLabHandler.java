package org.wirelathe.ui.command;

import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.wirelathe.ui.Recent;
import org.wirelathe.ui.editor.OpenLab;

/** Asks for lab files and opens them. */
public class OpenLabHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        FileDialog dialog = new FileDialog(window.getShell(), SWT.OPEN | SWT.MULTI);
        dialog.setText("Open lab");
        dialog.setFilterExtensions(new String[] {"*.yaml;*.yml", "*"});
        dialog.setFilterNames(new String[] {"Labs (*.yaml)", "All files"});
        Recent.files().stream().findFirst().map(Path::getParent)
                .ifPresent(folder -> dialog.setFilterPath(folder.toString()));
        if (dialog.open() != null) {
            for (String name : dialog.getFileNames()) {
                OpenLab.open(window.getActivePage(), Path.of(dialog.getFilterPath(), name));
            }
        }
        return null;
    }
}
