package org.wirelathe.cli.internal;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.wirelathe.lab.LabException;
import org.wirelathe.lab.LabRun;
import org.wirelathe.lab.Labs;
import org.wirelathe.lab.PlugIn;
import org.wirelathe.lab.RunOptions;
import org.wirelathe.model.Lab;
import org.wirelathe.model.Vocabulary;

/** Remembers the lab that was to be run, and refuses it. */
public final class FakeLabs implements Labs {
    Lab lab;
    /** What is prepared, when nothing is refused. */
    public Function<Lab, LabRun> runs;
    RunOptions options;
    LabException refusal = new LabException("refused by the test");
    List<PlugIn> plugIns = List.of();

    @Override
    public Vocabulary vocabulary() {
        return new Vocabulary(Set.of("reno", "vegas"), Set.of("sink", "send", "ping"), Set.of("fifo"), Set.of("ring"));
    }

    @Override
    public List<PlugIn> plugIns() {
        return plugIns;
    }

    @Override
    public void addListener(Runnable listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void removeListener(Runnable listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public LabRun prepare(Lab lab, RunOptions options) throws LabException {
        this.lab = lab;
        this.options = options;
        if (runs != null) {
            return runs.apply(lab);
        }
        throw refusal;
    }
}
