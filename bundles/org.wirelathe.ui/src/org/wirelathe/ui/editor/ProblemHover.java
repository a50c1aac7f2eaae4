package org.wirelathe.ui.editor;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationHover;
import org.eclipse.jface.text.source.ISourceViewer;

/** Tells what is wrong where the pointer rests, in the text or beside it. */
final class ProblemHover implements ITextHover, IAnnotationHover {
    @Override
    @SuppressWarnings("deprecation")
    public String getHoverInfo(ITextViewer viewer, IRegion region) {
        return messages((ISourceViewer) viewer, region.getOffset(), region.getOffset());
    }

    @Override
    public IRegion getHoverRegion(ITextViewer viewer, int offset) {
        return new Region(offset, 0);
    }

    @Override
    public String getHoverInfo(ISourceViewer viewer, int line) {
        try {
            IDocument document = viewer.getDocument();
            int start = document.getLineOffset(line);
            return messages(viewer, start, start + document.getLineLength(line) - 1);
        } catch (BadLocationException outdated) {
            return null;
        }
    }

    private static String messages(ISourceViewer viewer, int from, int to) {
        if (viewer.getAnnotationModel() == null) {
            return null;
        }
        List<String> found = new ArrayList<>();
        Iterator<Annotation> annotations = viewer.getAnnotationModel().getAnnotationIterator();
        while (annotations.hasNext()) {
            Annotation annotation = annotations.next();
            Position position = viewer.getAnnotationModel().getPosition(annotation);
            if (position != null && position.getOffset() <= to && position.getOffset() + position.getLength() >= from) {
                found.add(annotation.getText());
            }
        }
        return found.isEmpty() ? null : String.join("\n", found);
    }
}
