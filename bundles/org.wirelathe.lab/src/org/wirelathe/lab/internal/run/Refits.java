package org.wirelathe.lab.internal.run;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import org.wirelathe.api.nic.Coalescing;
import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.nic.NicSpec;
import org.wirelathe.api.nic.NicState;
import org.wirelathe.api.nic.Offloads;
import org.wirelathe.api.probe.Journal;
import org.wirelathe.lab.internal.build.BuiltLab;
import org.wirelathe.lab.internal.build.BuiltNode;
import org.wirelathe.model.PortRef;

/** Refits cards while they run (B11); on the loop. */
final class Refits {
    private final BuiltLab lab;
    private final Journal journal;

    Refits(BuiltLab lab, Journal journal) {
        this.lab = lab;
        this.journal = journal;
    }

    /** Returns how the card is fitted then. */
    NicSpec refit(PortRef port, UnaryOperator<NicSpec> change, boolean alive) {
        if (!alive) {
            throw new IllegalArgumentException("the run is over: its cards are what they were");
        }
        NetworkInterface nic = find(port);
        NicSpec before = nic.state().map(NicState::spec).orElseThrow(() ->
                new IllegalArgumentException(port + " is no card that can be refitted"));
        NicSpec wanted = change.apply(before);
        if (!wanted.equals(before)) {
            nic.refit(wanted);
            journal.event("refit", port.toString(), difference(before, wanted));
        }
        return wanted;
    }

    private NetworkInterface find(PortRef port) {
        for (BuiltNode node : lab.nodes()) {
            if (node.name().equals(port.node())) {
                for (NetworkInterface nic : node.nics()) {
                    if (nic.name().equals(port.iface())) {
                        return nic;
                    }
                }
            }
        }
        throw new IllegalArgumentException("there is no interface " + port + " in this run");
    }

    private static String difference(NicSpec before, NicSpec after) {
        List<String> parts = new ArrayList<>();
        add(parts, "TX ring", before.txRing(), after.txRing());
        add(parts, "RX ring", before.rxRing(), after.rxRing());
        add(parts, "interrupts", text(before.coalescing()), text(after.coalescing()));
        add(parts, "offloads", text(before.offloads()), text(after.offloads()));
        add(parts, "PAUSE", before.pause() ? "on" : "off", after.pause() ? "on" : "off");
        add(parts, "card buffer", before.cardBuffer() + " bytes", after.cardBuffer() + " bytes");
        return String.join("; ", parts);
    }

    private static void add(List<String> parts, String what, Object before, Object after) {
        if (!before.equals(after)) {
            parts.add(what + " from " + before + " to " + after);
        }
    }

    private static String text(Coalescing coalescing) {
        return coalescing.equals(Coalescing.NONE) ? "for every frame"
                : "for " + coalescing.frames() + " frames or after " + coalescing.time() + " ns";
    }

    private static String text(Offloads offloads) {
        StringJoiner names = new StringJoiner(" ");
        names.setEmptyValue("none");
        if (offloads.txChecksum()) {
            names.add("tx-checksum");
        }
        if (offloads.rxChecksum()) {
            names.add("rx-checksum");
        }
        if (offloads.tso()) {
            names.add("tso");
        }
        if (offloads.gro()) {
            names.add("gro");
        }
        return names.toString();
    }
}
