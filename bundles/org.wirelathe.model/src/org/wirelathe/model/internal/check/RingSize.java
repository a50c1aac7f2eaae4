package org.wirelathe.model.internal.check;

import org.wirelathe.model.internal.draft.Draft;
import org.wirelathe.model.internal.draft.Fields;

/** A ring whose index cannot simply be masked. */
final class RingSize implements Check {
    @Override
    public void check(Context in) {
        for (Draft.PlacedInterface iface : in.draft().interfaces()) {
            iface.fields().table("rings").ifPresent(rings -> check(in, rings));
        }
        for (Draft.EventDraft event : in.draft().events()) {
            event.fields()
                    .table("set")
                    .flatMap(set -> set.table("rings"))
                    .ifPresent(rings -> check(in, rings));
        }
    }

    private static void check(Context in, Fields rings) {
        for (String ring : new String[] {"tx", "rx"}) {
            long size = rings.number(ring, 2);
            if (Long.bitCount(size) != 1) {
                long next = Long.highestOneBit(size) * 2;
                in.report()
                        .error(
                                rings.at(ring),
                                "ring-size",
                                "a ring of "
                                        + size
                                        + " descriptors cannot be built: write a power of two, as"
                                        + " in "
                                        + next);
            }
        }
    }
}
