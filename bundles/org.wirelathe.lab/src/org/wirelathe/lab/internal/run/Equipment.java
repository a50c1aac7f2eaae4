package org.wirelathe.lab.internal.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirelathe.lab.RunOptions;
import org.wirelathe.lab.internal.build.AppFiles;
import org.wirelathe.lab.internal.build.BuiltLab;
import org.wirelathe.lab.internal.build.Parts;
import org.wirelathe.lab.internal.io.Outflow;
import org.wirelathe.lab.internal.io.Workers;
import org.wirelathe.lab.internal.plugins.RunAlgorithms;
import org.wirelathe.lab.internal.record.CaptureFile;
import org.wirelathe.lab.internal.record.Curves;
import org.wirelathe.lab.internal.record.FrameDigest;
import org.wirelathe.lab.internal.record.JournalLog;
import org.wirelathe.lab.internal.record.Recorder;
import org.wirelathe.lab.internal.trace.ByteTrace;
import org.wirelathe.lab.internal.trace.ProbeHub;

/**
 * Everything that a run holds.
 *
 * @param options what it was made with
 * @param versions of the bundles that take part, by name
 * @param parts where its parts came from
 * @param algorithms where its connections get their algorithms
 * @param workers its helpers
 * @param lab what runs
 * @param digest watches the cables
 * @param curves what the recorder has seen
 * @param recorder looks at the gauges
 * @param journal what happened
 * @param journalFile where the journal is written; empty for nowhere
 * @param files the bytes of its applications
 * @param trace follows a byte; empty for none
 * @param hub where stages can be watched; empty when they cannot
 */
record Equipment(RunOptions options, Map<String, String> versions, Parts parts, RunAlgorithms algorithms,
        Workers workers, BuiltLab lab, FrameDigest digest, Curves curves, Recorder recorder, JournalLog journal,
        Optional<Outflow> journalFile, AppFiles files, Optional<ByteTrace> trace, Optional<ProbeHub> hub) {
    /** Writes out everything that streams; waits until it is on disk, or the disk has refused it. */
    FrameDigest.Digests finishFiles() {
        files.close();
        recorder.close();
        lab.captures().forEach(CaptureFile::close);
        journalFile.ifPresent(Outflow::close);
        FrameDigest.Digests digests = digest.end();
        recorder.awaitEnd();
        lab.captures().forEach(CaptureFile::awaitEnd);
        journalFile.ifPresent(Outflow::awaitEnd);
        return digests;
    }

    /** What was made for this lab beside the files that every run has: captures, and what applications saved. */
    List<Path> ownFiles() {
        List<Path> own = new ArrayList<>();
        lab.captures().forEach(capture -> own.add(capture.place()));
        own.addAll(files.saved());
        return own;
    }

    Optional<Path> folder() {
        return options.results();
    }
}
