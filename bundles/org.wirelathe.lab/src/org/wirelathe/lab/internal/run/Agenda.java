package org.wirelathe.lab.internal.run;

import org.wirelathe.api.probe.Journal;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.lab.SwapScope;
import org.wirelathe.lab.internal.build.Alterations;
import org.wirelathe.lab.internal.build.BuiltApp;
import org.wirelathe.lab.internal.build.BuiltCable;
import org.wirelathe.lab.internal.build.BuiltLab;
import org.wirelathe.model.Event;
import org.wirelathe.model.Topology;
import org.wirelathe.wire.IpAddress;

/** What the lab file wants done at set times: applications first, then events, each in the order of the file. */
final class Agenda {
    private final BuiltLab lab;
    private final Journal journal;
    private final Swaps swaps;
    private final Refits refits;
    private final Addressing addressing;

    Agenda(BuiltLab lab, Journal journal, Swaps swaps, Refits refits) {
        this.lab = lab;
        this.journal = journal;
        this.swaps = swaps;
        this.refits = refits;
        this.addressing = new Addressing(lab, journal);
    }

    void arm() {
        for (BuiltApp app : lab.apps()) {
            lab.loop().timer(app.process()::start).armAt(app.model().at());
        }
        for (Event event : lab.model().events()) {
            Runnable action = switch (event) {
                case Event.Swap swap -> swapper(swap);
                case Event.LinkState state -> () -> cut(state);
                case Event.LinkChange change -> () -> lab.alterations().change(change);
                case Event.Refit refit -> () ->
                        refits.refit(refit.port(), spec -> Alterations.fitted(spec, refit.change()), true);
                case Event.QueueSwap queue -> () -> lab.alterations().swap(queue);
                case Event.DriverSwap driver -> () -> lab.alterations().swap(driver);
                case Event.AddressChange change -> () -> addressing.change(change);
                case Event.RouteChange change -> () -> addressing.change(change);
            };
            lab.loop().timer(action).armAt(event.at());
        }
    }

    private Runnable swapper(Event.Swap swap) {
        String node = swap.node().orElse("");
        SwapScope scope;
        if (swap.flow().isPresent()) {
            scope = new SwapScope.ToRemote(node, endpoint(swap.flow().get()));
        } else {
            scope = node.isEmpty() ? new SwapScope.All() : new SwapScope.OfNode(node);
        }
        return () -> swaps.swap(scope, swap.congestion());
    }

    private Endpoint endpoint(org.wirelathe.model.Endpoint written) {
        IpAddress address = Topology.of(lab.model()).node(written.host())
                .map(node -> node.addresses().stream().findFirst().orElse(IpAddress.ANY))
                .orElseGet(() -> IpAddress.parse(written.host()));
        return new Endpoint(address, written.port());
    }

    private void cut(Event.LinkState state) {
        for (BuiltCable cable : lab.cables()) {
            if (cable.model().a().equals(state.a()) && cable.model().b().equals(state.b())) {
                cable.down(state.down());
                journal.event("link", cable.name(), state.down() ? "cut" : "mended");
            }
        }
    }
}
