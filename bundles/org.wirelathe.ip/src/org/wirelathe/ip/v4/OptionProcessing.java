package org.wirelathe.ip.v4;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.ip.Routes;
import org.wirelathe.wire.Fault;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.Ipv4Header;
import org.wirelathe.wire.Ipv4Options;

/**
 * What this node does about the options of packets that come in (RFC 791 §3.1, RFC 1122 §3.2.1.8, RFC 1812 §4.2.2.1):
 * it writes itself into a record of the route, and the time into a timestamp. Others pass untouched.
 */
final class OptionProcessing {
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long MILLIS_PER_DAY = 86_400_000;
    /** A time that does not count from midnight UT: a lab has no date (RFC 791 §3.1, RFC 792). */
    private static final int NOT_UNIVERSAL = 0x8000_0000;

    private final Scheduler scheduler;
    private final Routes routes;
    private final Ipv4Options options = new Ipv4Options();
    private final Ipv4Header header = new Ipv4Header();

    OptionProcessing(Scheduler scheduler, Routes routes) {
        this.scheduler = scheduler;
        this.routes = routes;
    }

    /** The time as timestamps have it: milliseconds. */
    static int time(Scheduler scheduler) {
        return NOT_UNIVERSAL | (int) (scheduler.now() / NANOS_PER_MILLI % MILLIS_PER_DAY);
    }

    /** Whether options are sound; the packet's header is, and has some. */
    Fault check(Ipv4Header of) {
        return options.check(of);
    }

    /** Of a packet just found unsound: the octet that is wrong, from the IP header. */
    int pointer() {
        return options.pointer();
    }

    /** Whether a packet just found sound has a source route. */
    boolean hasSourceRoute() {
        return options.hasSourceRoute();
    }

    /**
     * Writes this node into the options of a packet, its head at the IP header.
     *
     * @param address by which this node is known where the packet goes next: of the interface that it leaves by
     *        (RFC 1812 §5.3.13.3 and .4), or that it was sent to
     */
    void pass(Packet packet, int address) {
        header.over(packet.bytes, packet.head);
        if (header.headerLength() == Ipv4Header.LEAST || options.check(header) != Fault.NONE) {
            return;
        }
        if (options.hasRecordRoute()) {
            options.record(address);
        }
        if (options.hasTimestamp()) {
            int wanted = options.timeWantedOf();
            if (wanted == Ipv4.ANY || routes.isLocal(wanted)) {
                options.stamp(wanted == Ipv4.ANY ? address : wanted, time(scheduler));
            }
        }
    }

    /**
     * Copies record and timestamp of a packet, its head at the IP header, to be sent back in an echo reply (RFC 1122
     * §3.2.2.6); answers how many bytes they are.
     */
    int copyRecords(Packet packet, byte[] target) {
        header.over(packet.bytes, packet.head);
        boolean none = header.headerLength() == Ipv4Header.LEAST || options.check(header) != Fault.NONE;
        return none ? 0 : options.copyRecords(target, 0);
    }
}
