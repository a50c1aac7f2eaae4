package org.wirelathe.ui.editor;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jface.preference.PreferenceStore;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.source.AnnotationPainter;
import org.eclipse.jface.text.source.CompositeRuler;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.IVerticalRuler;
import org.eclipse.jface.text.source.LineNumberRulerColumn;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.texteditor.StatusTextEditor;
import org.wirelathe.ui.Theme;

/** The lab as text: colours, line numbers, problems underlined where they are. */
final class LabTextEditor extends StatusTextEditor {
    private final LabSession session;
    private LineNumberRulerColumn lineNumbers;

    LabTextEditor(LabSession session) {
        this.session = session;
        setPreferenceStore(new PreferenceStore());
        setDocumentProvider(new SessionDocumentProvider(session));
        setEditorContextMenuId("org.wirelathe.ui.text.menu");
    }

    @Override
    protected ISourceViewer createSourceViewer(Composite parent, IVerticalRuler ruler, int styles) {
        SourceViewer viewer = new SourceViewer(parent, ruler, styles);
        setSourceViewerConfiguration(new LabTextConfiguration(session, () -> background(viewer)));
        return viewer;
    }

    private static Color background(SourceViewer viewer) {
        return viewer.getTextWidget().getBackground();
    }

    @Override
    public void createPartControl(Composite parent) {
        super.createPartControl(parent);
        SourceViewer viewer = (SourceViewer) getSourceViewer();
        viewer.getTextWidget().setData("id", "text");
        viewer.getTextWidget().setFont(JFaceResources.getTextFont());
        lineNumbers.setFont(JFaceResources.getTextFont());
        underlineProblems(viewer);
    }

    private void underlineProblems(SourceViewer viewer) {
        AnnotationPainter painter = new AnnotationPainter(viewer, null);
        painter.addTextStyleStrategy("squiggles", new AnnotationPainter.UnderlineStrategy(SWT.UNDERLINE_SQUIGGLE));
        painter.addAnnotationType(TextBridge.ERROR, "squiggles");
        painter.addAnnotationType(TextBridge.WARNING, "squiggles");
        Color background = background(viewer);
        painter.setAnnotationTypeColor(TextBridge.ERROR, Theme.error(background));
        painter.setAnnotationTypeColor(TextBridge.WARNING, Theme.warning(background));
        viewer.addPainter(painter);
        viewer.addTextPresentationListener(painter);
    }

    @Override
    protected IVerticalRuler createVerticalRuler() {
        CompositeRuler ruler = new CompositeRuler(4);
        ruler.addDecorator(0, new ProblemColumn());
        lineNumbers = new LineNumberRulerColumn();
        ruler.addDecorator(1, lineNumbers);
        return ruler;
    }

    /** Follows the theme. */
    void colour() {
        SourceViewer viewer = (SourceViewer) getSourceViewer();
        Color background = background(viewer);
        Color foreground = viewer.getTextWidget().getForeground();
        lineNumbers.setBackground(background);
        lineNumbers.setForeground(Theme.mix(foreground, background, 0.5));
        lineNumbers.redraw();
    }

    @Override
    public boolean isDirty() {
        return session.isDirty();
    }

    @Override
    protected boolean isErrorStatus(IStatus status) {
        return false;
    }
}
