package org.wirelathe.lab.internal.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.probe.Probes;
import org.wirelathe.api.time.EventLoop;
import org.wirelathe.lab.LabException;
import org.wirelathe.lab.LabRun;
import org.wirelathe.lab.RunOptions;
import org.wirelathe.lab.internal.build.AppFiles;
import org.wirelathe.lab.internal.build.BuiltCable;
import org.wirelathe.lab.internal.build.BuiltLab;
import org.wirelathe.lab.internal.build.BuiltNode;
import org.wirelathe.lab.internal.build.Kind;
import org.wirelathe.lab.internal.build.LabBuilder;
import org.wirelathe.lab.internal.build.Parts;
import org.wirelathe.lab.internal.io.IoSentences;
import org.wirelathe.lab.internal.io.IoSentences.Doing;
import org.wirelathe.lab.internal.io.Outflow;
import org.wirelathe.lab.internal.io.SavedFile;
import org.wirelathe.lab.internal.io.Workers;
import org.wirelathe.lab.internal.plugins.RunAlgorithms;
import org.wirelathe.lab.internal.record.Curves;
import org.wirelathe.lab.internal.record.FrameDigest;
import org.wirelathe.lab.internal.record.JournalLog;
import org.wirelathe.lab.internal.record.Recorder;
import org.wirelathe.lab.internal.trace.ByteTrace;
import org.wirelathe.lab.internal.trace.ProbeHub;
import org.wirelathe.model.Lab;

/** Makes a run of a lab: finds the parts, opens the results, builds the nodes. */
public final class Preparation {
    private static final int JOURNAL_CHUNK = 8 * 1024;

    private final Parts parts;
    private final Map<String, String> versions;

    /** @param versions of the bundles that take part, by name */
    public Preparation(Parts parts, Map<String, String> versions) {
        this.parts = parts;
        this.versions = versions;
    }

    /** Takes the parts over: closes them when the run is over, or at once when there will be none. */
    public LabRun prepare(Lab lab, RunOptions options) throws LabException {
        Run run = new Run(lab);
        Workers workers = new Workers("lab " + lab.name(), sentence -> run.post(() -> { }));
        AppFiles files = new AppFiles(workers, options.inputs(), options.results());
        RunAlgorithms algorithms = null;
        try {
            EventLoop loop = parts.any(Kind.LOOP).virtual();
            algorithms = parts.algorithms().attach(run);
            Equipment equipment = equipment(run, lab, options, loop, workers, algorithms, files);
            if (options.results().isPresent()) {
                open(options.results().get());
            }
            run.equip(equipment);
            return run;
        } catch (LabException | RuntimeException e) {
            files.close();
            if (algorithms != null) {
                algorithms.close();
            }
            workers.close();
            parts.close();
            throw e;
        }
    }

    private Equipment equipment(Run run, Lab lab, RunOptions options, EventLoop loop, Workers workers,
            RunAlgorithms algorithms, AppFiles files) throws LabException {
        Optional<Path> results = options.results();
        Optional<Outflow> journalFile = results.map(folder ->
                new Outflow(workers, new SavedFile(folder.resolve("journal.jsonl")), JOURNAL_CHUNK));
        JournalLog journal = new JournalLog(loop, run::journalled, journalFile.orElse(null));
        FrameDigest digest = new FrameDigest(workers, lab.links().size(), options.digest());
        ByteTrace trace = options.trace().isPresent() ? new ByteTrace(loop, options.trace().get(), lab) : null;
        ProbeHub hub = options.probes() ? new ProbeHub() : null;
        BuiltLab built = new LabBuilder(parts, lab, loop, new LabBuilder.Surroundings(journal, algorithms, workers,
                digest, files, results, run::rested, probes(trace, hub), Optional.ofNullable(trace))).build();
        Curves curves = new Curves();
        Recorder recorder = recorder(built, curves, workers, results);
        return new Equipment(options, versions, parts, algorithms, workers, built, digest, curves, recorder, journal,
                journalFile, files, Optional.ofNullable(trace), Optional.ofNullable(hub));
    }

    private static Probes probes(ByteTrace trace, ProbeHub hub) {
        if (hub == null) {
            return trace == null ? Probes.OFF : trace;
        }
        if (trace != null) {
            hub.add(trace);
        }
        return hub;
    }

    private static Recorder recorder(BuiltLab lab, Curves curves, Workers workers, Optional<Path> results) {
        List<Recorder.Stack> stacks = new ArrayList<>();
        List<Recorder.Queue> queues = new ArrayList<>();
        List<Recorder.Lane> lanes = new ArrayList<>();
        for (BuiltNode node : lab.nodes()) {
            stacks.add(new Recorder.Stack(node.name(), node.transport()));
            for (NetworkInterface nic : node.nics()) {
                queues.add(new Recorder.Queue(node.name(), nic));
            }
        }
        for (BuiltCable cable : lab.cables()) {
            lanes.add(new Recorder.Lane(cable.name(), cable.cable()));
        }
        Path place = results.map(folder -> folder.resolve("series.csv")).orElse(null);
        return new Recorder(curves, workers, place, stacks, queues, lanes);
    }

    /** Makes the folder, and proves that it takes files before anything is computed. */
    private static void open(Path folder) throws LabException {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".wirelathe", ".part"));
        } catch (IOException e) {
            throw new LabException(IoSentences.cannot(new Doing("write results to", folder), e)
                    + "; name a folder that can be written");
        }
    }
}
