package org.wirelathe.ip.ndp;

import org.wirelathe.api.time.RandomStream;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;
import org.wirelathe.ip.v6.Ipv6Interface;
import org.wirelathe.wire.IpAddress;

/** A host asks for routers rather than wait for the next advertisement (RFC 4861 §6.3.7). */
final class RouterSolicitations {
    private final Scheduler scheduler;
    private final Ipv6Interface at;
    private final Messages messages;
    private final RandomStream random;
    private final Timer timer;
    private int sent;
    private int most;

    RouterSolicitations(Scheduler scheduler, Ipv6Interface at, Messages messages, RandomStream random) {
        this.scheduler = scheduler;
        this.at = at;
        this.messages = messages;
        this.random = random;
        timer = scheduler.timer(this::next);
    }

    /**
     * Begins to ask.
     *
     * @param delayed whether there was a random delay since the interface came up: then there is no need of another
     */
    void begin(boolean delayed) {
        sent = 0;
        most = Constants.MAX_RTR_SOLICITATIONS;
        timer.armAt(scheduler.now() + (delayed ? 0 : random.below(Constants.MAX_RTR_SOLICITATION_DELAY + 1)));
    }

    private void next() {
        sent++;
        IpAddress source = LinkLocal.of(at);
        messages.routerSolicitation(source == null ? IpAddress.ANY : source);
        if (sent < most) {
            timer.armAt(scheduler.now() + Constants.RTR_SOLICITATION_INTERVAL);
        }
    }

    /** A router has answered, or spoken of itself: one question is sent all the same, none after it. */
    void answered() {
        most = 1;
        if (sent > 0) {
            timer.cancel();
        }
    }

    void stop() {
        timer.cancel();
    }
}
