package org.wirelathe.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirelathe.api.app.AppResult;
import org.wirelathe.api.transport.ConnectionReport;
import org.wirelathe.lab.Snapshot.CounterRow;
import org.wirelathe.model.PortRef;

/**
 * What came of a run: the content of {@code result.json}.
 *
 * @param lab title of the lab
 * @param source name of the lab file
 * @param seed seed of everything random
 * @param versions of the bundles that took part and of the Java runtime, by name
 * @param ending why the run is over
 * @param failure one sentence when the run broke off, or a promise of the lab itself did not hold; else empty
 * @param digest SHA-256 over every frame on every cable with its times, lower-case hexadecimal
 * @param virtualTime when the run ended, ns of virtual time
 * @param cost what the run took
 * @param events events handled
 * @param frames frames given to cables
 * @param dataPackets TCP segments with data that hosts sent, retransmissions included
 * @param flows each direction of a connection that carried data
 * @param apps every application, in the order of the lab
 * @param transfers what was sent beside what arrived
 * @param swaps the journal's swaps
 * @param drops counters of dropped packets that are not 0
 * @param cables every cable, in the order of the lab
 * @param interfaces every interface with a cable, by node
 * @param counters every counter that counted something, drops too, by node
 * @param folder where the results are; empty when nothing was written
 */
public record RunResult(String lab, String source, long seed, Map<String, String> versions, Ending ending,
        Optional<String> failure, String digest, long virtualTime, Cost cost, long events, long frames,
        long dataPackets, List<Flow> flows, List<App> apps, List<Transfer> transfers, List<JournalEntry> swaps,
        List<Drop> drops, List<CableTraffic> cables, List<InterfaceTraffic> interfaces, List<CounterRow> counters,
        Optional<Path> folder) {
    /** Whether everything that was promised held: nothing failed, every application did what it was to do. */
    public boolean ok() {
        return failure.isEmpty() && apps.stream().allMatch(app -> app.result().ok())
                && transfers.stream().allMatch(Transfer::equal);
    }

    /** The same, but failed. */
    public RunResult failed(String sentence) {
        return new RunResult(lab, source, seed, versions, Ending.FAILED, Optional.of(sentence), digest, virtualTime,
                cost, events, frames, dataPackets, flows, apps, transfers, swaps, drops, cables, interfaces, counters,
                folder);
    }

    /** The same with what its nodes say. */
    public RunResult with(long dataPackets, List<Flow> flows, List<App> apps, List<Transfer> transfers,
            List<Drop> drops, List<CounterRow> counters) {
        return new RunResult(lab, source, seed, versions, ending, failure, digest, virtualTime, cost, events, frames,
                dataPackets, flows, apps, transfers, swaps, drops, cables, interfaces, counters, folder);
    }

    /** The same with what its cables and its journal say. */
    public RunResult with(String digest, List<CableTraffic> cables, List<InterfaceTraffic> interfaces,
            List<JournalEntry> swaps) {
        return new RunResult(lab, source, seed, versions, ending, failure, digest, virtualTime, cost, events, frames,
                dataPackets, flows, apps, transfers, swaps, drops, cables, interfaces, counters, folder);
    }

    /** Data packets per second of the run thread's CPU time; 0 when it took none. */
    public long dataPacketsPerCpuSecond() {
        return cost.cpuTime() <= 0 ? 0 : Math.round(dataPackets * 1e9 / cost.cpuTime());
    }

    /** Bytes that the run thread allocated per data packet; 0 when there was none. */
    public double bytesPerDataPacket() {
        return dataPackets == 0 ? 0 : (double) cost.allocated() / dataPackets;
    }

    /** Why a run is over. */
    public enum Ending {
        /** Every application was done. */
        DONE,
        /** The lab's {@code until} was reached. */
        UNTIL,
        /** It was stopped from outside. */
        STOPPED,
        /** It could not go on. */
        FAILED
    }

    /**
     * What a run took.
     *
     * @param wallTime from its start to the end of its last event, ns
     * @param cpuTime CPU time of the run's thread for that, ns
     * @param allocated bytes that the run's thread allocated for that
     */
    public record Cost(long wallTime, long cpuTime, long allocated) {
    }

    /**
     * One direction of a connection, seen from its sender.
     *
     * @param node the sender
     * @param peer the node at the other end; empty when the address is nobody's
     * @param report the sender's numbers
     * @param received bytes that the other end received in order; -1 when it has no such connection
     * @param goodput bytes acknowledged, in bit/s, from the handshake to the last acknowledgment
     */
    public record Flow(String node, String peer, ConnectionReport report, long received, long goodput) {
    }

    /** An application: its node, its name, and what became of it. */
    public record App(String on, String run, AppResult result) {
    }

    /**
     * Bytes that an application sent beside those that another received.
     *
     * @param from the sender's end
     * @param to the receiver's end
     * @param sentBytes how many were sent
     * @param receivedBytes how many arrived
     * @param sentSha256 of what was sent
     * @param receivedSha256 of what arrived
     */
    public record Transfer(String from, String to, long sentBytes, long receivedBytes, String sentSha256,
            String receivedSha256) {
        /** Whether the same bytes arrived. */
        public boolean equal() {
            return sentBytes == receivedBytes && sentSha256.equals(receivedSha256);
        }
    }

    /** Packets dropped at one place of a node for one reason. */
    public record Drop(String node, String place, String reason, long packets) {
    }

    /**
     * What an interface did, as its card counted it: what came in was delivered, dropped or for the card itself.
     *
     * @param port which
     * @param arrived frames that the cable brought
     * @param delivered frames that the card put into the host's memory
     * @param dropped frames that the card dropped: broken, too long, or without a buffer
     * @param control frames for the card itself: PAUSE, and control frames that it does not know
     * @param sent frames that it sent, PAUSE too
     * @param interrupts how often it interrupted the host
     */
    public record InterfaceTraffic(PortRef port, long arrived, long delivered, long dropped, long control, long sent,
            long interrupts) {
        /** Frames in the card's own memory at the end; 0 when the card has none, or it has emptied. */
        public long held() {
            return arrived - delivered - dropped - control;
        }
    }

    /**
     * What a cable carried.
     *
     * @param a one end
     * @param b the other end
     * @param there from a to b
     * @param back from b to a
     */
    public record CableTraffic(PortRef a, PortRef b, Line there, Line back) {
    }

    /**
     * What one direction of a cable carried.
     *
     * @param frames frames given to it
     * @param bytes bytes of those frames, without FCS, preamble and gap
     * @param lost frames that did not arrive
     * @param digest SHA-256 over its frames with their times, lower-case hexadecimal
     */
    public record Line(long frames, long bytes, long lost, String digest) {
    }
}
