package org.wirelathe.ui.view;

import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;

/** Gives a control without text a name for screen readers. */
final class AccessibleName extends AccessibleAdapter {
    private final String name;

    AccessibleName(String name) {
        this.name = name;
    }

    @Override
    public void getName(AccessibleEvent event) {
        event.result = name;
    }
}
