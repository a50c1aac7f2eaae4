package org.wirelathe.lab;

import java.util.List;
import org.wirelathe.model.Lab;
import org.wirelathe.model.Vocabulary;

/** Service: builds labs from the layers that are there, and runs them. Safe for use by any thread. */
public interface Labs {
    /** What a lab file may name at this moment. */
    Vocabulary vocabulary();

    /** Everything that is plugged in at this moment, by kind, then by name. */
    List<PlugIn> plugIns();

    /** Calls {@code listener} after plug-ins came or went, on whichever thread that happened. */
    void addListener(Runnable listener);

    void removeListener(Runnable listener);

    /**
     * Builds every node of a lab and makes the results folder; nothing runs yet.
     *
     * @throws LabException when a part is missing, or something cannot be done; nothing is left behind then
     */
    LabRun prepare(Lab lab, RunOptions options) throws LabException;
}
