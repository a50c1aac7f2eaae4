package org.wirelathe.ui.view;

import java.util.Optional;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.edit.Edit;
import org.wirelathe.model.edit.EditException;
import org.wirelathe.model.edit.EditTarget;
import org.wirelathe.model.edit.Edits;
import org.wirelathe.model.edit.LabDocument;

/**
 * Sets a property of a switch's port. The ports of a switch with {@code ports: 8} stand nowhere in the file: one that
 * gets a property is written there, under {@code interfaces} of its switch.
 */
final class PortEdit implements Edit {
    private final Edit asWritten;
    private final Edit asNew;
    private Edit done;

    /** @param value as it is written in the file; empty removes the key */
    PortEdit(PortRef port, String key, Optional<String> value) {
        asWritten = Edits.set(EditTarget.iface(port), key, value);
        asNew = Edits.set(EditTarget.node(port.node()), "interfaces." + port.iface() + "." + key, value);
    }

    @Override
    public String label() {
        return asWritten.label();
    }

    @Override
    public void apply(LabDocument document) {
        try {
            asWritten.apply(document);
            done = asWritten;
        } catch (EditException notThere) {
            asNew.apply(document);
            done = asNew;
        }
    }

    @Override
    public void revert(LabDocument document) {
        done.revert(document);
    }
}
