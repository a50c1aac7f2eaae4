package org.wirelathe.cli.internal.shell;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.wirelathe.cli.internal.LabText;
import org.wirelathe.cli.internal.TraceText;
import org.wirelathe.cli.internal.UsageException;
import org.wirelathe.lab.LabException;
import org.wirelathe.lab.LabRun;
import org.wirelathe.lab.Labs;
import org.wirelathe.lab.NodeAccess;
import org.wirelathe.lab.RunListener;
import org.wirelathe.lab.RunOptions;
import org.wirelathe.lab.RunResult;
import org.wirelathe.lab.Watch;
import org.wirelathe.model.Lab;
import org.wirelathe.model.Node;
import org.wirelathe.model.Suggestion;

/** The lab that is loaded, and its run: what all commands work on. */
final class ShellLab implements AutoCloseable {
    private static final int MOST_NAMES = 10;

    private final Labs labs;
    private final PrintStream notices;
    private volatile LabRun run;
    private int lastIdentifier;

    /** @param notices where it is said that what was waited for has come; used on the run's thread */
    ShellLab(Labs labs, PrintStream notices) {
        this.labs = labs;
        this.notices = notices;
    }

    Labs labs() {
        return labs;
    }

    /** Puts another lab in the place of the one that is loaded; it stands at time 0. */
    Lab load(String file) throws UsageException {
        LabText text = new LabText(file, labs.vocabulary());
        Lab lab = text.sound();
        LabRun loaded;
        try {
            loaded = labs.prepare(lab, RunOptions.unrecorded(text.folder()).withProbes().keptOpen());
        } catch (LabException e) {
            throw text.placed(e);
        }
        close();
        loaded.addListener(new RunListener() {
            @Override
            public void watched(Watch watch, long time, String found) {
                notices.println(TraceText.seconds(time) + "  " + watch + (found.isEmpty() ? "" : ": " + found));
            }
        });
        run = loaded;
        lastIdentifier = 0;
        return lab;
    }

    /** The run, which may be over. */
    LabRun run() throws UsageException {
        LabRun present = run;
        if (present == null) {
            throw new UsageException("no lab is loaded; write 'load FILE'");
        }
        return present;
    }

    /** The run, which is not over. */
    LabRun alive() throws UsageException {
        LabRun present = run();
        if (present.state().isOver()) {
            String why = present.result().flatMap(RunResult::failure).map(failure -> ": " + failure).orElse("");
            throw new UsageException("the run is over" + why + "; 'load FILE' begins another one");
        }
        return present;
    }

    /** Lets the run go somewhere, and waits until it stands still. */
    LabRun go(Consumer<LabRun> how) throws UsageException, InterruptedException {
        LabRun present = alive();
        how.accept(present);
        present.awaitStandstill();
        return present;
    }

    /** One more identifier of echo requests: 1 to 65535. Asked on the run's thread while the shell's thread waits. */
    int nextIdentifier() {
        lastIdentifier = lastIdentifier % 0xFFFF + 1;
        return lastIdentifier;
    }

    /** Has the run stand still, if there is one; from any thread. */
    void pause() {
        LabRun present = run;
        if (present != null && !present.state().isOver()) {
            present.pause();
        }
    }

    /** The names of all nodes; none without a lab. */
    List<String> nodes() {
        LabRun present = run;
        return present == null ? List.of() : present.lab().nodes().stream().map(Node::name).toList();
    }

    /** {@code NODE:IF} for all interfaces; none without a lab. */
    List<String> ports() {
        List<String> ports = new ArrayList<>();
        LabRun present = run;
        if (present != null) {
            present.lab().nodes().forEach(node ->
                    node.interfaces().forEach(iface -> ports.add(node.name() + ":" + iface.name())));
        }
        return ports;
    }

    /** Returns the name of a node, which there is. */
    String node(String name) throws UsageException {
        run();
        return known("node", name, nodes());
    }

    /** Returns a name that is one of those there are. */
    static String known(String what, String name, List<String> names) throws UsageException {
        if (names.contains(name)) {
            return name;
        }
        Optional<String> near = Suggestion.among(names).nearest(name);
        throw new UsageException("there is no " + what + " '" + name + "'"
                + near.map(best -> "; did you mean " + best + "?").orElse("; there are " + some(names)));
    }

    private static String some(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
        return names.isEmpty() ? "none" : names.size() <= MOST_NAMES ? first
                : first + " and " + (names.size() - MOST_NAMES) + " more";
    }

    /** Asks on the run's thread. */
    <T> T ask(String node, Function<NodeAccess, T> question) throws UsageException {
        return answer(run().onNode(node(node), question));
    }

    /**
     * Changes something on the run's thread; the journal says so.
     *
     * @param command as it was typed
     */
    void change(String node, String command, Consumer<NodeAccess> change) throws UsageException {
        answer(alive().onNode(node(node), access -> {
            change.accept(access);
            access.context().journal().event("command", node, command);
            return null;
        }));
    }

    /** Waits for the answer; a refusal of the lab becomes a sentence. */
    static <T> T answer(CompletableFuture<T> asked) throws UsageException {
        try {
            return asked.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IllegalArgumentException refusal) {
                throw new UsageException(refusal.getMessage());
            }
            if (e.getCause() instanceof UnsupportedOperationException missing) {
                throw new UsageException("the layer of this node cannot do that: " + missing.getMessage());
            }
            throw e;
        }
    }

    @Override
    public void close() {
        LabRun present = run;
        run = null;
        if (present != null) {
            present.close();
        }
    }
}
