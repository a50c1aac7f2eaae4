package org.wirelathe.ui.editor;

import java.io.IOException;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.operation.IRunnableContext;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.ui.texteditor.AbstractDocumentProvider;

/** Gives a text editor the document of a session. */
final class SessionDocumentProvider extends AbstractDocumentProvider {
    private final LabSession session;

    SessionDocumentProvider(LabSession session) {
        this.session = session;
    }

    @Override
    protected IDocument createDocument(Object element) {
        return session.text();
    }

    @Override
    protected IAnnotationModel createAnnotationModel(Object element) {
        return session.annotations();
    }

    @Override
    public boolean isModifiable(Object element) {
        return true;
    }

    @Override
    public boolean isReadOnly(Object element) {
        return false;
    }

    @Override
    protected void doSaveDocument(IProgressMonitor monitor, Object element, IDocument document, boolean overwrite)
            throws CoreException {
        try {
            session.save();
        } catch (IOException e) {
            throw new CoreException(Status.error(e.getMessage(), e));
        }
    }

    @Override
    protected IRunnableContext getOperationRunner(IProgressMonitor monitor) {
        return null;
    }
}
