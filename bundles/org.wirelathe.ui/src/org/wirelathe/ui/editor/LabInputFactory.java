package org.wirelathe.ui.editor;

import java.nio.file.Path;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;

/** Opens again what was open when the workbench was left. */
public class LabInputFactory implements IElementFactory {
    static final String ID = "org.wirelathe.ui.labInput";
    static final String FILE = "file";

    @Override
    public IAdaptable createElement(IMemento memento) {
        String file = memento.getString(FILE);
        return file == null ? null : LabInput.of(Path.of(file));
    }
}
