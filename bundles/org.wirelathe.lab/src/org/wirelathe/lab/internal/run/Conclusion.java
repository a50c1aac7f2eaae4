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
import org.wirelathe.lab.RunResult.Drop;
import org.wirelathe.lab.RunResult.Ending;
import org.wirelathe.lab.RunResult.Flow;
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
     * @param meter what it took; {@code null} when it never began
     */
    void conclude(Ending ending, String trouble, Throwable cause, Meter meter) {
        Cost cost = meter == null ? new Cost(0, 0, 0) : meter.cost();
        failure = trouble;
        brokenOff = ending == Ending.FAILED;
        long time = lab.loop().now();
        long events = lab.loop().events();
        Harvest harvest = new Harvest(lab);
        run.time(time);

        List<App> apps = List.of();
        List<Flow> flows = List.of();
        List<Drop> drops = List.of();
        long dataPackets = 0;
        try {
            lab.apps().forEach(app -> app.process().close());
            run.lastSnapshot();
            dataPackets = harvest.dataPackets();
            flows = harvest.flows();
            drops = harvest.drops();
            apps = harvest.apps();
            lab.clear();
            checkForLeaks();
        } catch (RuntimeException e) {
            broken("the run could not be brought to its end, because of a mistake in the program or a plug-in: " + e, e);
        }
        equipment.algorithms().close();
        mailbox.close();
        Digests digests = equipment.finishFiles();
        if (equipment.workers().failure() != null) {
            failed(equipment.workers().failure());
        }
        if (cause != null) {
            leaveTrace(cause);
        }
        RunResult result = new RunResult(lab.model().name(), equipment.options().source(), lab.model().run().seed(),
                equipment.versions(), brokenOff ? Ending.FAILED : ending, Optional.ofNullable(failure), digests.run(), time,
                cost, events, equipment.digest().frames(), dataPackets, flows, apps, Harvest.transfers(apps), swaps(),
                drops, traffic(digests), equipment.folder());
        result = write(result);
        equipment.workers().close();
        equipment.parts().close();
        run.over(result, brokenOff ? RunState.FAILED : RunState.ENDED);
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

    private void broken(String sentence, RuntimeException mistake) {
        failed(sentence);
        leaveTrace(mistake);
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

    private RunResult write(RunResult result) {
        if (result.folder().isEmpty()) {
            return result;
        }
        Path folder = result.folder().get();
        try {
            ResultFiles.write(folder, result, equipment.curves(), equipment.journal().from(0),
                    equipment.ownFiles());
            return result;
        } catch (IOException e) {
            failed(IoSentences.cannot(new Doing("write", folder), e));
            return result.failed(failure);
        }
    }
}
