package org.wirelathe.model;

import org.wirelathe.api.nic.Coalescing;
import org.wirelathe.api.nic.Offloads;

/**
 * A network card.
 *
 * @param rings its descriptor rings
 * @param coalescing when it interrupts
 * @param offloads what it does in the layers' place
 * @param pause whether it sends and obeys IEEE 802.3x PAUSE frames
 * @param buffer bytes of frames that the card itself holds while no receive descriptor is posted, at
 *     least 0
 */
public record Card(
        Rings rings, Coalescing coalescing, Offloads offloads, boolean pause, long buffer) {
    /** What an interface has when the lab file is silent. */
    public static final Card DEFAULT =
            new Card(Rings.DEFAULT, Coalescing.NONE, Offloads.NONE, false, 0);

    /** The same card with other rings. */
    public Card withRings(Rings other) {
        return new Card(other, coalescing, offloads, pause, buffer);
    }
}
