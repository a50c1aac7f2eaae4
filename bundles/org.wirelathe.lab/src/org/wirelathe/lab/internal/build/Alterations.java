package org.wirelathe.lab.internal.build;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.wirelathe.api.nic.NetDevice;
import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.nic.NicDriver;
import org.wirelathe.api.nic.NicSpec;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.probe.Journal;
import org.wirelathe.api.queue.QueueDiscipline;
import org.wirelathe.lab.LabException;
import org.wirelathe.model.Card;
import org.wirelathe.model.CardChange;
import org.wirelathe.model.Driver;
import org.wirelathe.model.Event;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.Quantity;
import org.wirelathe.model.Queue;
import org.wirelathe.model.Rings;

/** What events change of cables and interfaces while the lab runs; on the loop, and on record in the journal. */
public final class Alterations {
    /** An interface, with what is needed to give it another queue or driver, and what it has now. */
    record Fitted(NodeContext node, NetworkInterface nic, long bitsPerSecond, UnaryOperator<NetDevice> decorate,
            Queue queue, String driver) {
        Fitted with(Queue other) {
            return new Fitted(node, nic, bitsPerSecond, decorate, other, driver);
        }

        Fitted with(String other) {
            return new Fitted(node, nic, bitsPerSecond, decorate, queue, other);
        }
    }

    private final Journal journal;
    private final Map<PortRef, Fitted> interfaces;
    private final Map<PortRef, BuiltCable> cables = new HashMap<>();
    private final Map<String, QueueDiscipline> disciplines = new HashMap<>();
    private final Map<Driver, NicDriver> drivers = new HashMap<>();

    /** Finds now what the events will want, so that nothing is missing when they come. */
    Alterations(Journal journal, Parts parts, DriverMaker maker, List<Event> events, List<BuiltCable> cables,
            Map<PortRef, Fitted> interfaces) throws LabException {
        this.journal = journal;
        this.interfaces = interfaces;
        cables.forEach(cable -> this.cables.put(cable.model().a(), cable));
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            if (event instanceof Event.QueueSwap swap) {
                disciplines.put(swap.queue().type(), parts.named(Kind.QUEUE, swap.queue().type()));
            } else if (event instanceof Event.DriverSwap swap) {
                drivers.put(swap.driver(), maker.make(swap.driver(), "events", i));
            }
        }
    }

    /** The queue that is in front of an interface now. */
    public Queue queue(PortRef port) {
        return interfaces.get(port).queue();
    }

    /** The name of the driver that is on an interface now. */
    public String driver(PortRef port) {
        return interfaces.get(port).driver();
    }

    /** Changes a cable. */
    public void change(Event.LinkChange change) {
        BuiltCable cable = cables.get(change.a());
        journal.event("link", cable.name(), cable.change(change.forth(), change.back()));
    }

    /** How a card is fitted after a change. */
    public static NicSpec fitted(NicSpec spec, CardChange change) {
        Card card = change.on(new Card(new Rings(spec.txRing(), spec.rxRing()), spec.coalescing(), spec.offloads(),
                spec.pause(), spec.cardBuffer()));
        return new NicSpec(spec.name(), spec.mac(), spec.mtu(), card.rings().tx(), card.rings().rx(), card.coalescing(),
                card.offloads(), card.pause(), (int) card.buffer());
    }

    /** Puts another queue in front of an interface. */
    public void swap(Event.QueueSwap swap) {
        Fitted at = interfaces.get(swap.port());
        QueueDiscipline discipline = disciplines.get(swap.queue().type());
        at.nic().queue(discipline.create(at.node(),
                QueueMaker.spec(at.nic().name(), swap.queue(), at.bitsPerSecond())));
        interfaces.put(swap.port(), at.with(swap.queue()));
        Quantity unit = switch (swap.queue().unit()) {
            case PACKETS -> Quantity.PACKETS;
            case BYTES -> Quantity.SIZE;
        };
        journal.event("queue", swap.port().toString(),
                "now " + discipline.name() + ", of " + unit.format(swap.queue().limit()));
    }

    /** Puts another driver on an interface. */
    public void swap(Event.DriverSwap swap) {
        Fitted at = interfaces.get(swap.port());
        at.nic().driver(drivers.get(swap.driver()), at.decorate());
        interfaces.put(swap.port(), at.with(swap.driver().type()));
        journal.event("driver", swap.port().toString(), "now " + swap.driver().type());
    }
}
