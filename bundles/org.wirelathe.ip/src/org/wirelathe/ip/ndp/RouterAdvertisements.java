package org.wirelathe.ip.ndp;

import org.wirelathe.api.net.Advertisement;
import org.wirelathe.api.time.RandomStream;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;

/**
 * When a router advertises itself on an interface (RFC 4861 §6.2): at random intervals, soon when it is asked, and for
 * the last times with a lifetime of 0 (§6.2.5).
 */
final class RouterAdvertisements {
    private final Scheduler scheduler;
    private final Advertisement advertisement;
    private final RandomStream random;
    private final RouterAdvertisementMessage message;
    private final Timer timer;
    private boolean advertising;
    /** Unsolicited ones sent since the beginning, then final ones. */
    private int sent;
    private long lastSent = Long.MIN_VALUE / 2;

    RouterAdvertisements(Scheduler scheduler, Advertisement advertisement, RandomStream random,
            RouterAdvertisementMessage message) {
        this.scheduler = scheduler;
        this.advertisement = advertisement;
        this.random = random;
        this.message = message;
        timer = scheduler.timer(this::next);
    }

    /** Begins to be a router on the link. */
    void begin() {
        advertising = true;
        sent = 0;
        timer.armAt(soon());
    }

    /** Ceases to be one: whoever believed it hears so. */
    void cease() {
        if (advertising) {
            advertising = false;
            sent = 0;
            timer.armAt(Math.max(scheduler.now(), lastSent + Constants.MIN_DELAY_BETWEEN_RAS));
        }
    }

    /** Says nothing more. */
    void stop() {
        advertising = false;
        timer.cancel();
    }

    boolean isAdvertising() {
        return advertising;
    }

    /** A host asks: an answer to all goes out soon, unless one does anyway (§6.2.6). */
    void solicited() {
        long at = soon();
        if (!timer.isArmed() || timer.deadline() > at) {
            timer.armAt(at);
        }
    }

    /** After a random delay, but not within three seconds of the one before (§6.2.6). */
    private long soon() {
        long delay = random.below(Constants.MAX_RA_DELAY_TIME + 1);
        long least = lastSent + Constants.MIN_DELAY_BETWEEN_RAS;
        return (scheduler.now() < least ? least : scheduler.now()) + delay;
    }

    private void next() {
        lastSent = scheduler.now();
        message.send(advertisement, advertising);
        sent++;
        if (advertising) {
            timer.armAt(scheduler.now() + interval());
        } else if (sent < Constants.MAX_FINAL_RTR_ADVERTISEMENTS) {
            timer.armAt(scheduler.now() + Constants.MIN_DELAY_BETWEEN_RAS);
        }
    }

    /** From MinRtrAdvInterval to MaxRtrAdvInterval, at most 16 s among the first (§6.2.4). */
    private long interval() {
        long max = advertisement.maxInterval();
        long min = Math.max(Constants.MIN_DELAY_BETWEEN_RAS, max / 3);
        long interval = min + random.below(Math.max(0, max - min) + 1);
        return sent < Constants.MAX_INITIAL_RTR_ADVERTISEMENTS
                ? Math.min(interval, Constants.MAX_INITIAL_RTR_ADVERT_INTERVAL) : interval;
    }
}
