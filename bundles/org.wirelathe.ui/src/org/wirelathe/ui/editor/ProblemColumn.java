package org.wirelathe.ui.editor;

import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.AnnotationRulerColumn;
import org.eclipse.jface.text.source.IAnnotationAccess;
import org.eclipse.jface.text.source.IAnnotationAccessExtension;
import org.eclipse.jface.text.source.ImageUtilities;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.wirelathe.ui.Icons;

/** The column beside the text that has an icon where a problem is. */
final class ProblemColumn extends AnnotationRulerColumn {
    private static final int WIDTH = 14;

    ProblemColumn() {
        super(WIDTH, new Access());
        addAnnotationType(TextBridge.ERROR);
        addAnnotationType(TextBridge.WARNING);
        setHover(new ProblemHover());
    }

    /** The platform still asks by the methods that it has deprecated. */
    @SuppressWarnings("deprecation")
    private static final class Access implements IAnnotationAccess, IAnnotationAccessExtension {
        @Override
        public Object getType(Annotation annotation) {
            return annotation.getType();
        }

        @Override
        public boolean isMultiLine(Annotation annotation) {
            return true;
        }

        @Override
        public boolean isTemporary(Annotation annotation) {
            return true;
        }

        @Override
        public String getTypeLabel(Annotation annotation) {
            return annotation.getType().equals(TextBridge.ERROR) ? "Error" : "Warning";
        }

        @Override
        public int getLayer(Annotation annotation) {
            return annotation.getType().equals(TextBridge.ERROR) ? 2 : 1;
        }

        @Override
        public void paint(Annotation annotation, GC gc, Canvas canvas, Rectangle bounds) {
            String icon = annotation.getType().equals(TextBridge.ERROR) ? Icons.ERROR : Icons.WARNING;
            ImageUtilities.drawImage(Icons.image(icon), gc, canvas, bounds, SWT.CENTER, SWT.TOP);
        }

        @Override
        public boolean isPaintable(Annotation annotation) {
            return true;
        }

        @Override
        public boolean isSubtype(Object annotationType, Object potentialSupertype) {
            return annotationType.equals(potentialSupertype);
        }

        @Override
        public Object[] getSupertypes(Object annotationType) {
            return new Object[0];
        }
    }
}
