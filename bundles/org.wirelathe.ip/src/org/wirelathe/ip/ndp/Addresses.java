package org.wirelathe.ip.ndp;

import java.util.List;

import org.wirelathe.api.net.AddressRow;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.ip.v6.Ipv6Address;
import org.wirelathe.ip.v6.Ipv6Core;
import org.wirelathe.ip.v6.Ipv6Interface;

/** The addresses of one interface: each is entered, listened for in its group, tried, used, and taken out again. */
final class Addresses implements AddressWatch {
    private final Scheduler scheduler;
    private final Ipv6Core core;
    private final Ipv6Interface at;
    private final AddressWatch watch;
    private final DuplicateAddressDetection detection;
    private boolean disabled;

    Addresses(NodeContext node, Ipv6Core core, Ipv6Interface at, HostVariables variables, Messages messages,
            AddressWatch watch) {
        scheduler = node.scheduler();
        this.core = core;
        this.at = at;
        this.watch = watch;
        detection = new DuplicateAddressDetection(node, at, variables, messages, this);
    }

    /**
     * Enters a tentative address that the interface has not; it is used once nobody else is found to have it, and never
     * while IPv6 is off.
     */
    void assign(Ipv6Address address) {
        at.addresses().add(address);
        at.link().joinStations(Groups.station(address.address.solicitedNode()));
        if (disabled) {
            return;
        }
        if (at.settings().detectDuplicates()) {
            detection.begin(address);
        } else {
            usable(address);
        }
    }

    /** Takes out an address of the interface. */
    void remove(Ipv6Address address) {
        at.addresses().remove(address);
        at.link().leaveStations(Groups.station(address.address.solicitedNode()));
        suspend(address);
    }

    private void suspend(Ipv6Address address) {
        detection.cancel(address);
        if (address.isUsable()) {
            address.state = AddressRow.State.TENTATIVE;
            core.changed(at, address);
        }
    }

    /** Uses none any more, though the interface keeps them (RFC 4862 §5.4.5). */
    void disable() {
        disabled = true;
        for (Ipv6Address address : List.copyOf(at.addresses())) {
            suspend(address);
        }
    }

    /** Its preferred lifetime is over, or has begun again (RFC 4862 §5.5.4). */
    void judge(Ipv6Address address) {
        AddressRow.State state = scheduler.now() < address.preferredUntil ? AddressRow.State.PREFERRED
                : AddressRow.State.DEPRECATED;
        if (address.isUsable() && address.state != state) {
            address.state = state;
            core.changed(at, address);
        }
    }

    /** Somebody else has the address, or tries it. */
    void conflict(Ipv6Address address) {
        detection.conflict(address);
    }

    @Override
    public void usable(Ipv6Address address) {
        address.state = scheduler.now() < address.preferredUntil ? AddressRow.State.PREFERRED
                : AddressRow.State.DEPRECATED;
        core.changed(at, address);
        watch.usable(address);
    }

    @Override
    public void duplicate(Ipv6Address address) {
        watch.duplicate(address);
    }

    void close() {
        detection.close();
    }
}
