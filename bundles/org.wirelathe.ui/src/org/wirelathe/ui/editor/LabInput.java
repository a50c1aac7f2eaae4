package org.wirelathe.ui.editor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;
import org.wirelathe.ui.Icons;

/**
 * A lab file anywhere on disk, or a lab that has no file yet.
 *
 * @param file where it is; empty for a new lab
 * @param name what it is called until it has a file
 */
public record LabInput(Optional<Path> file, String name) implements IEditorInput, IPersistableElement {
    /** A lab file. */
    public static LabInput of(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        return new LabInput(Optional.of(whole), whole.getFileName().toString());
    }

    /** A lab that has no file yet. */
    public static LabInput untitled(String name) {
        return new LabInput(Optional.empty(), name);
    }

    @Override
    public boolean exists() {
        return file.isPresent() && Files.exists(file.get());
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return Icons.descriptor(Icons.LAB);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public IPersistableElement getPersistable() {
        return file.isPresent() ? this : null;
    }

    @Override
    public String getToolTipText() {
        return file.map(Path::toString).orElse(name);
    }

    @Override
    public String getFactoryId() {
        return LabInputFactory.ID;
    }

    @Override
    public void saveState(IMemento memento) {
        file.ifPresent(path -> memento.putString(LabInputFactory.FILE, path.toString()));
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        return type == LabInput.class ? type.cast(this) : null;
    }
}
