package org.wirelathe.ip.fragment;

import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Counters;

/**
 * What cutting counts, by the names of RFC 4293; one for all fragmenters of a family:
 *
 * <pre>outRequests + inForwDatagrams + outFragCreates = outTransmits + outFragOKs + every drop out*</pre>
 *
 * <p>with the other terms that docs/counters.md has on both sides.
 */
public final class FragmentCounters {
    /** Packets that were cut. */
    public final Counter outFragOKs;
    /**
     * Packets that would have had to be cut and could not be: DF is set, or not even eight bytes go into a piece. No
     * drop of itself: who asked drops the packet and says why.
     */
    public final Counter outFragFails;
    /** Pieces. */
    public final Counter outFragCreates;

    /** @param place {@code ip} or {@code ip6} */
    public FragmentCounters(Counters counters, String place) {
        outFragOKs = counters.counter(place, "outFragOKs");
        outFragFails = counters.counter(place, "outFragFails");
        outFragCreates = counters.counter(place, "outFragCreates");
    }
}
