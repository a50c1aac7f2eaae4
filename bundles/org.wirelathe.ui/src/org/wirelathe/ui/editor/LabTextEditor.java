package org.wirelathe.ui.editor;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jface.preference.PreferenceStore;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.CursorLinePainter;
import org.eclipse.jface.text.source.AnnotationPainter;
import org.eclipse.jface.text.source.CompositeRuler;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.IVerticalRuler;
import org.eclipse.jface.text.source.LineNumberRulerColumn;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.texteditor.StatusTextEditor;
import org.wirelathe.ui.Theme;

/** The lab as text: colours, line numbers, problems underlined where they are. */
final class LabTextEditor extends StatusTextEditor {
    private final LabSession session;
    private LabTextConfiguration configuration;
    private LineNumberRulerColumn lineNumbers;
    private AnnotationPainter problems;
    private CursorLinePainter line;

    LabTextEditor(LabSession session) {
        this.session = session;
        setPreferenceStore(new PreferenceStore());
        setDocumentProvider(new SessionDocumentProvider(session));
        setEditorContextMenuId("org.wirelathe.ui.text.menu");
    }

    @Override
    protected ISourceViewer createSourceViewer(Composite parent, IVerticalRuler ruler, int styles) {
        SourceViewer viewer = new SourceViewer(parent, ruler, styles);
        configuration = new LabTextConfiguration(session, viewer.getTextWidget().getBackground());
        setSourceViewerConfiguration(configuration);
        return viewer;
    }

    @Override
    public void createPartControl(Composite parent) {
        super.createPartControl(parent);
        SourceViewer viewer = (SourceViewer) getSourceViewer();
        StyledText widget = viewer.getTextWidget();
        widget.setData("id", "text");
        widget.setFont(JFaceResources.getTextFont());
        lineNumbers.setFont(JFaceResources.getTextFont());
        problems = new AnnotationPainter(viewer, null);
        problems.addTextStyleStrategy("squiggles", new AnnotationPainter.UnderlineStrategy(SWT.UNDERLINE_SQUIGGLE));
        problems.addAnnotationType(TextBridge.ERROR, "squiggles");
        problems.addAnnotationType(TextBridge.WARNING, "squiggles");
        viewer.addPainter(problems);
        viewer.addTextPresentationListener(problems);
        line = new CursorLinePainter(viewer);
        viewer.addPainter(line);
        dress();
        Theme.follow(widget, this::dress);
    }

    /** Takes the colours of the theme. */
    private void dress() {
        SourceViewer viewer = (SourceViewer) getSourceViewer();
        Color background = viewer.getTextWidget().getBackground();
        Color foreground = viewer.getTextWidget().getForeground();
        configuration.dress(background);
        problems.setAnnotationTypeColor(TextBridge.ERROR, Theme.error(background));
        problems.setAnnotationTypeColor(TextBridge.WARNING, Theme.warning(background));
        line.setHighlightColor(Theme.mix(foreground, background, 0.06));
        lineNumbers.setBackground(background);
        lineNumbers.setForeground(Theme.mix(foreground, background, 0.5));
        lineNumbers.redraw();
        paper(getVerticalRuler().getControl(), background);
        viewer.invalidateTextPresentation();
    }

    private static void paper(Control control, Color background) {
        control.setBackground(background);
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                paper(child, background);
            }
        }
    }

    @Override
    protected IVerticalRuler createVerticalRuler() {
        CompositeRuler ruler = new CompositeRuler(4);
        ruler.addDecorator(0, new ProblemColumn());
        lineNumbers = new LineNumberRulerColumn();
        ruler.addDecorator(1, lineNumbers);
        return ruler;
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
