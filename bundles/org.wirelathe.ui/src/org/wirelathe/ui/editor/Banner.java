package org.wirelathe.ui.editor;

import java.util.Objects;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.wirelathe.ui.Icons;
import org.wirelathe.ui.Theme;

/** A line above the editor's content that says what the user should know, with links to do something about it. */
final class Banner extends Composite {
    /** What a banner shows; the text may hold {@code <a>} links. */
    record Message(String icon, String text) {
    }

    private final Label icon;
    private final Link text;
    private Message shown;

    Banner(Composite parent, Runnable firstLink, Runnable secondLink) {
        super(parent, SWT.NONE);
        setData("id", "banner");
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 10;
        layout.marginHeight = 6;
        layout.horizontalSpacing = 8;
        setLayout(layout);
        icon = new Label(this, SWT.NONE);
        text = new Link(this, SWT.NONE);
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        text.addListener(SWT.Selection, e -> (e.text.equals("2") ? secondLink : firstLink).run());
        setLayoutData(hidden());
        setVisible(false);
    }

    private static GridData hidden() {
        GridData data = new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1);
        data.exclude = true;
        return data;
    }

    /** Shows that message, or with null nothing. */
    void show(Message message) {
        if (Objects.equals(shown, message)) {
            return;
        }
        shown = message;
        setVisible(message != null);
        ((GridData) getLayoutData()).exclude = message == null;
        if (message != null) {
            icon.setImage(Icons.image(message.icon()));
            text.setText(message.text());
            colour();
        }
        getParent().layout(true, true);
    }

    /** What is shown, without links; empty when nothing is. */
    String text() {
        return shown == null ? "" : shown.text().replaceAll("<[^>]*>", "");
    }

    private void colour() {
        Color background = getParent().getBackground();
        Color accent = shown.icon().equals(Icons.ERROR) ? Theme.error(background) : Theme.warning(background);
        Color tint = Theme.mix(accent, background, 0.14);
        setBackground(tint);
        icon.setBackground(tint);
        text.setBackground(tint);
    }
}
