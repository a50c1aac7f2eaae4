package org.wirelathe.lab.internal.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirelathe.lab.JournalEntry;
import org.wirelathe.lab.RunResult;
import org.wirelathe.lab.RunResult.App;
import org.wirelathe.lab.RunResult.CableTraffic;
import org.wirelathe.lab.RunResult.Cost;
import org.wirelathe.lab.RunResult.Ending;
import org.wirelathe.lab.RunState;
import org.wirelathe.lab.internal.build.BuiltLab;
import org.wirelathe.lab.internal.io.IoSentences;
import org.wirelathe.lab.internal.io.IoSentences.Doing;
import org.wirelathe.lab.internal.record.FrameDigest.Digests;
import org.wirelathe.lab.internal.result.ResultFiles;
import org.wirelathe.model.Link;

/** How a run comes to its end: gathers what there is, clears the lab, counts the packets, writes the results. */
final class Conclusion {
    private final Run run;
    private final Equipment equipment;
    private final Mailbox mailbox;
    private final BuiltLab lab;
    private String failure;
    private boolean brokenOff;

    Conclusion(Run run, Equipment equipment, Mailbox mailbox) {
        this.run = run;
        this.equipment = equipment;
        this.mailbox = mailbox;
        lab = equipment.lab();
    }

    /**
     * @param trouble why it failed; {@code null} when it did not
     * @param cause the mistake behind it; {@code null} when there was none
     * @param cost what it took
     */
    void conclude(Ending ending, String trouble, Throwable cause, Cost cost) {
        failure = trouble;
        brokenOff = ending == Ending.FAILED;
        if (cause != null) {
            leaveTrace(cause);
        }
        RunResult result = nothing(ending, cost);
        try {
            result = gather(result, new Harvest(lab));
        } catch (RuntimeException | Error e) {
            broken("could not be brought to its end", e);
        }
        guarded("could not let go of its plug-ins", equipment.algorithms()::close);
        guarded("could not do what was asked of it at its end", mailbox::close);
        result = write(withDigests(result));
        guarded("could not let its helpers go", equipment.workers()::close);
        guarded("could not give its parts back", equipment.parts()::close);
        run.over(finished(result), brokenOff ? RunState.FAILED : RunState.ENDED);
    }

    /** A result of a run of which nothing is known. */
    private RunResult nothing(Ending ending, Cost cost) {
        run.time(lab.loop().now());
        return new RunResult(lab.model().name(), equipment.options().source(), lab.model().run().seed(),
                equipment.versions(), ending, Optional.empty(), "", lab.loop().now(), cost, lab.loop().events(),
                equipment.digest().frames(), 0, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of(), equipment.folder());
    }

    private RunResult gather(RunResult known, Harvest harvest) {
        lab.apps().forEach(app -> app.process().close());
        run.lastSnapshot();
        List<App> apps = harvest.apps();
        RunResult result = known.with(harvest.dataPackets(), harvest.flows(), apps, Harvest.transfers(apps),
                harvest.drops(), harvest.counters());
        lab.clear();
        checkForLeaks();
        return result;
    }

    private RunResult withDigests(RunResult known) {
        Digests digests = equipment.finishFiles();
        if (equipment.workers().failure() != null) {
            failed(equipment.workers().failure());
        }
        List<CableTraffic> cables = traffic(digests);
        return known.with(digests.run(), cables, new Harvest(lab).interfaces(cables), swaps());
    }

    private void checkForLeaks() {
        long lost = lab.packets().inUse();
        if (lost != 0 && failure == null) {
            failed(lost + (lost == 1 ? " packet was" : " packets were")
                    + " not given back at the end of the run: a layer keeps packets that it should release");
        }
    }

    private void failed(String sentence) {
        brokenOff = true;
        if (failure == null) {
            failure = sentence;
        }
    }

    private void guarded(String trouble, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | Error e) {
            broken(trouble, e);
        }
    }

    private void broken(String trouble, Throwable mistake) {
        boolean first = failure == null;
        failed("the run " + trouble + ", because of a mistake in the program or a plug-in: "
                + Mistake.text(mistake));
        if (first) {
            leaveTrace(mistake);
        }
    }

    /** Mistakes of the program leave their trace in a file, never in front of the user. */
    private void leaveTrace(Throwable mistake) {
        equipment.folder().ifPresent(folder -> {
            Path file = folder.resolve("error.log");
            try {
                ResultFiles.trace(file, mistake);
                failure += "; " + file + " has the details";
            } catch (IOException e) {
                failure += "; " + IoSentences.cannot(new Doing("write", file), e);
            }
        });
    }

    private List<JournalEntry> swaps() {
        return equipment.journal().from(0).stream().filter(entry -> entry.kind().equals("swap")).toList();
    }

    private List<CableTraffic> traffic(Digests digests) {
        List<CableTraffic> traffic = new ArrayList<>();
        for (int i = 0; i < lab.cables().size(); i++) {
            Link link = lab.cables().get(i).model();
            traffic.add(new CableTraffic(link.a(), link.b(), digests.lines()[2 * i], digests.lines()[2 * i + 1]));
        }
        return traffic;
    }

    /** The result with what has gone wrong up to now. */
    private RunResult finished(RunResult result) {
        return brokenOff ? result.failed(failure) : result;
    }

    private RunResult write(RunResult result) {
        equipment.folder().ifPresent(folder -> {
            try {
                ResultFiles.write(folder, finished(result), equipment.options().arguments(), equipment.curves(),
                        equipment.journal().from(0), equipment.ownFiles());
            } catch (IOException e) {
                failed(IoSentences.cannot(new Doing("write", folder), e));
            } catch (RuntimeException | Error e) {
                broken("could not write its results to " + folder, e);
            }
        });
        return result;
    }
}
