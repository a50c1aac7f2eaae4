package org.wirelathe.lab;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a run is made with beside its lab.
 *
 * @param source name of the lab file, for the results; empty when there is none
 * @param inputs the folder that the lab's input files are relative to, usually that of the lab file
 * @param results the folder for the results, made when it is missing; empty: nothing is written, and what applications
 *        save is only hashed
 */
public record RunOptions(String source, Path inputs, Optional<Path> results) {
    /** Options of a run that leaves nothing on disk. */
    public static RunOptions unrecorded(Path inputs) {
        return new RunOptions("", inputs, Optional.empty());
    }

    /** The same with a folder for the results. */
    public RunOptions into(Path folder) {
        return new RunOptions(source, inputs, Optional.of(folder));
    }
}
