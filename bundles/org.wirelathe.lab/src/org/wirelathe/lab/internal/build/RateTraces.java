package org.wirelathe.lab.internal.build;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.wirelathe.api.nic.RateTrace;
import org.wirelathe.lab.LabException;
import org.wirelathe.lab.internal.io.IoSentences;
import org.wirelathe.lab.internal.io.IoSentences.Doing;
import org.wirelathe.model.Event;
import org.wirelathe.model.Lab;
import org.wirelathe.model.Link;
import org.wirelathe.model.TraceFile;

/** The rate traces of a lab, read before it runs. */
final class RateTraces {
    private final Map<String, RateTrace> traces = new HashMap<>();

    /**
     * @param folder where the files are
     * @throws LabException when one cannot be read, or is no trace
     */
    RateTraces(Lab lab, Path folder) throws LabException {
        for (int i = 0; i < lab.links().size(); i++) {
            Link link = lab.links().get(i);
            read(folder, link.forth().trace(), "links", i);
            read(folder, link.back().trace(), "links", i);
        }
        for (int i = 0; i < lab.events().size(); i++) {
            if (lab.events().get(i) instanceof Event.LinkChange change) {
                read(folder, change.forth().trace(), "events", i);
                read(folder, change.back().trace(), "events", i);
            }
        }
    }

    private void read(Path folder, Optional<String> name, Object... at) throws LabException {
        if (name.isEmpty() || traces.containsKey(name.get())) {
            return;
        }
        try {
            Path file = folder.resolve(name.get());
            TraceFile trace;
            try {
                trace = TraceFile.read(file);
            } catch (IOException e) {
                throw new LabException(IoSentences.cannot(new Doing("read", file), e), at);
            }
            if (!trace.problems().isEmpty()) {
                throw new LabException(file + ":" + trace.problems().getFirst(), at);
            }
            traces.put(name.get(), trace.rates());
        } catch (InvalidPathException e) {
            throw new LabException("'" + name.get() + "' is not a file name; write one like cellular.trace", at);
        }
    }

    /** The trace of that file; none when there is no file. */
    RateTrace of(Optional<String> name) {
        return name.map(traces::get).orElse(RateTrace.NONE);
    }
}
