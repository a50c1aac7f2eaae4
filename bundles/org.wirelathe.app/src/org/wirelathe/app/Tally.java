package org.wirelathe.app;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wirelathe.api.transport.Endpoint;

/**
 * What came from one sender: loss, order and duplicates by the numbers of the datagrams, and the jitter of RFC 3550
 * §6.4.1. Duplicates are known among the last {@value #WINDOW} numbers, as in the window of RFC 4303 §3.4.3; what comes
 * later still is taken for late.
 */
final class Tally {
    private static final int WINDOW = 1024;
    private static final int SIXTEENTH = 4;

    private final Endpoint from;
    /** Whether the number, modulo the window, has been seen. */
    private final long[] seen = new long[WINDOW / Long.SIZE];
    private long highest = -1;
    private long received;
    private long bytes;
    private long reordered;
    private long duplicates;
    private long unnumbered;
    private long of;
    /** Sixteen times the jitter, ns. */
    private long jitter;
    private long transit;
    private long delayLeast = Long.MAX_VALUE;
    private long delayMost;
    private long delaySum;

    Tally(Endpoint from) {
        this.from = from;
    }

    /** A datagram of that length, read at that time, ns. */
    void add(byte[] datagram, int length, long now) {
        bytes += length;
        if (!Numbered.is(datagram, length)) {
            unnumbered++;
            return;
        }
        of = Numbered.of(datagram);
        if (isNew(Numbered.number(datagram))) {
            delay(now - Numbered.time(datagram));
            received++;
        } else {
            duplicates++;
        }
    }

    private boolean isNew(long number) {
        if (number > highest) {
            for (long skipped = Math.max(highest + 1, number - WINDOW + 1); skipped < number; skipped++) {
                mark(skipped, false);
            }
            highest = number;
        } else if (number > highest - WINDOW && (seen[word(number)] >>> number & 1) != 0) {
            return false;
        } else {
            reordered++;
        }
        mark(number, true);
        return true;
    }

    private void mark(long number, boolean is) {
        long bit = 1L << number;
        seen[word(number)] = is ? seen[word(number)] | bit : seen[word(number)] & ~bit;
    }

    private static int word(long number) {
        return (int) (number % WINDOW) / Long.SIZE;
    }

    /** RFC 3550 §6.4.1, in the whole numbers of its appendix A.8. */
    private void delay(long onItsWay) {
        if (received > 0) {
            jitter += Math.abs(onItsWay - transit) - (jitter + 8 >> SIXTEENTH);
        }
        transit = onItsWay;
        delayLeast = Math.min(delayLeast, onItsWay);
        delayMost = Math.max(delayMost, onItsWay);
        delaySum += onItsWay;
    }

    /** Numbered datagrams that came, each once. */
    long received() {
        return received;
    }

    /** Datagrams that came. */
    long datagrams() {
        return received + duplicates + unnumbered;
    }

    long bytes() {
        return bytes;
    }

    /** Datagrams that the sender had to send and that have not come. */
    long lost() {
        return of - received;
    }

    long of() {
        return of;
    }

    long reordered() {
        return reordered;
    }

    /** ns. */
    long jitter() {
        return jitter >> SIXTEENTH;
    }

    /** Whether all that the sender has to send has come. */
    boolean isComplete() {
        return of > 0 && received == of;
    }

    /** For the result file; times in seconds. */
    Map<String, Object> row() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("from", from.toString());
        row.put("datagrams", datagrams());
        row.put("bytes", bytes);
        if (of > 0) {
            row.put("of", of);
            row.put("lost", lost());
            row.put("reordered", reordered);
            row.put("duplicates", duplicates);
            row.put("jitter", Texts.seconds(jitter()));
            row.put("delayMin", Texts.seconds(delayLeast));
            row.put("delayAvg", Texts.seconds(delaySum / received));
            row.put("delayMax", Texts.seconds(delayMost));
        }
        return row;
    }
}
