package org.wirelathe.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a run is made with beside its lab.
 *
 * @param source name of the lab file, for the results; empty when there is none
 * @param inputs the folder that the lab's input files are relative to, usually that of the lab file
 * @param results the folder for the results, made when it is missing; empty: nothing is written, and what applications
 *        save is only hashed
 * @param arguments what the command line said beside the lab file and made the lab what it is, as in {@code --set},
 *        {@code links.0.loss=1%}: so that the results can say how to repeat the run
 * @param trace the byte to be followed; empty for none
 * @param probes whether stages can be watched in this run ({@link Watch.AtStage}): every stage of every packet is then
 *        told of, which takes its time
 * @param digest whether all frames are hashed; without, the result's digests are empty, and the loop does not copy them
 * @param open whether the run ends only when it is told to: where it would have ended by itself it stands still, and can
 *        go on
 */
public record RunOptions(String source, Path inputs, Optional<Path> results, List<String> arguments,
        Optional<TraceRequest> trace, boolean probes, boolean digest,
        boolean open) {
    public RunOptions {
        arguments = List.copyOf(arguments);
    }

    /** A run that nobody follows, of a lab as its file says it. */
    public RunOptions(String source, Path inputs, Optional<Path> results) {
        this(source, inputs, results, List.of(), Optional.empty(), false, true, false);
    }

    /** Options of a run that leaves nothing on disk. */
    public static RunOptions unrecorded(Path inputs) {
        return new RunOptions("", inputs, Optional.empty());
    }

    /** The same with a folder for the results. */
    public RunOptions into(Path folder) {
        return new RunOptions(source, inputs, Optional.of(folder), arguments, trace, probes, digest, open);
    }

    /** The same with what the command line said. */
    public RunOptions with(List<String> arguments) {
        return new RunOptions(source, inputs, results, arguments, trace, probes, digest, open);
    }

    /** The same with a byte to be followed. */
    public RunOptions tracing(TraceRequest request) {
        return new RunOptions(source, inputs, results, arguments, Optional.of(request), probes, digest, open);
    }

    /** The same with stages that can be watched. */
    public RunOptions withProbes() {
        return new RunOptions(source, inputs, results, arguments, trace, true, digest, open);
    }

    /** The same without a digest: for measuring, and for runs that nobody compares. */
    public RunOptions withoutDigest() {
        return new RunOptions(source, inputs, results, arguments, trace, probes, false, open);
    }

    /** The same of a run that ends only when it is told to. */
    public RunOptions keptOpen() {
        return new RunOptions(source, inputs, results, arguments, trace, probes, digest, true);
    }
}
