package org.wirelathe.ip.ndp;

import java.util.ArrayList;
import java.util.List;

import org.wirelathe.api.net.AddressRow;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.time.RandomStream;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;
import org.wirelathe.ip.v6.Ipv6Address;
import org.wirelathe.ip.v6.Ipv6Interface;
import org.wirelathe.wire.IpAddress;

/**
 * Tries an address before it is used (RFC 4862 §5.4): after a random delay its group is asked for it, and if nobody
 * answers within RetransTimer it is this node's.
 *
 * <p>One's own solicitation never comes back here, even when the link repeats what is sent (RFC 7527): the link drops
 * frames whose source is its own. So whoever asks for the address with no source of his own is somebody else who tries
 * it.
 */
final class DuplicateAddressDetection {
    private final NodeContext node;
    private final Scheduler scheduler;
    private final Ipv6Interface at;
    private final HostVariables variables;
    private final Messages messages;
    private final AddressWatch watch;
    private final RandomStream random;
    private final Counter duplicates;
    private final List<Trial> trials = new ArrayList<>();

    DuplicateAddressDetection(NodeContext node, Ipv6Interface at, HostVariables variables, Messages messages,
            AddressWatch watch) {
        this.node = node;
        scheduler = node.scheduler();
        this.at = at;
        this.variables = variables;
        this.messages = messages;
        this.watch = watch;
        random = node.random(at.name() + ".dad");
        duplicates = node.counters().counter(at.name(), "ndDuplicateAddresses");
    }

    /** Tries a tentative address. */
    void begin(Ipv6Address address) {
        trials.add(new Trial(address));
    }

    /** Tries it no more. */
    void cancel(Ipv6Address address) {
        Trial trial = trial(address);
        if (trial != null) {
            trial.end();
        }
    }

    /** Somebody has the address, or tries it, too (§5.4.3, §5.4.4): it is a duplicate. */
    void conflict(Ipv6Address address) {
        Trial trial = trial(address);
        if (trial == null) {
            return;
        }
        trial.end();
        duplicates.increment();
        address.state = AddressRow.State.DUPLICATE;
        node.journal().event("conflict", node.name() + ':' + at.name(), "Another station has, or tries, the address "
                + address.address + "; " + node.name() + ':' + at.name() + " does not use it");
        watch.duplicate(address);
    }

    private Trial trial(Ipv6Address address) {
        for (Trial trial : trials) {
            if (trial.address == address) {
                return trial;
            }
        }
        return null;
    }

    void close() {
        while (!trials.isEmpty()) {
            trials.getLast().end();
        }
    }

    private final class Trial {
        private final Ipv6Address address;
        private final Timer timer = scheduler.timer(this::next);
        /** Solicitations still to be sent. */
        private int left = Constants.DUP_ADDR_DETECT_TRANSMITS;

        Trial(Ipv6Address address) {
            this.address = address;
            timer.armAt(scheduler.now() + random.below(Constants.MAX_RTR_SOLICITATION_DELAY + 1));
        }

        private void next() {
            if (left > 0) {
                left--;
                timer.armAt(scheduler.now() + variables.retransTimer());
                messages.neighbourSolicitation(IpAddress.ANY, address.address.solicitedNode(), address.address.high(),
                        address.address.low());
            } else {
                end();
                watch.usable(address);
            }
        }

        void end() {
            timer.cancel();
            trials.remove(this);
        }
    }
}
