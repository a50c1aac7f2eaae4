package org.wirelathe.ui.editor;

import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.IUndoManager;
import org.eclipse.jface.text.presentation.IPresentationReconciler;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.text.rules.DefaultDamagerRepairer;
import org.eclipse.jface.text.source.IAnnotationHover;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.SourceViewerConfiguration;
import org.eclipse.swt.graphics.Color;

/** What the text editor is made of. */
final class LabTextConfiguration extends SourceViewerConfiguration {
    private final LabSession session;
    private final YamlScanner scanner;

    LabTextConfiguration(LabSession session, Color background) {
        this.session = session;
        this.scanner = new YamlScanner(TextColours.on(background));
    }

    /** Follows the theme. */
    void dress(Color background) {
        scanner.dress(TextColours.on(background));
    }

    @Override
    public IPresentationReconciler getPresentationReconciler(ISourceViewer viewer) {
        PresentationReconciler reconciler = new PresentationReconciler();
        DefaultDamagerRepairer lines = new DefaultDamagerRepairer(scanner);
        reconciler.setDamager(lines, IDocument.DEFAULT_CONTENT_TYPE);
        reconciler.setRepairer(lines, IDocument.DEFAULT_CONTENT_TYPE);
        return reconciler;
    }

    @Override
    public IUndoManager getUndoManager(ISourceViewer viewer) {
        return new SessionUndoManager(session);
    }

    @Override
    public ITextHover getTextHover(ISourceViewer viewer, String contentType) {
        return new ProblemHover();
    }

    @Override
    public IAnnotationHover getAnnotationHover(ISourceViewer viewer) {
        return new ProblemHover();
    }

    @Override
    public int getTabWidth(ISourceViewer viewer) {
        return 2;
    }
}
