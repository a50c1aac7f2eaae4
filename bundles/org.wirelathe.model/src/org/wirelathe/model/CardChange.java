package org.wirelathe.model;

import java.util.Optional;
import java.util.OptionalInt;
import org.wirelathe.api.nic.Coalescing;
import org.wirelathe.api.nic.Offloads;

/**
 * What changes of a network card; what is absent stays.
 *
 * @param tx transmit descriptors, a power of two
 * @param rx receive descriptors, a power of two
 * @param coalescing when it interrupts
 * @param offloads what it does in the layers' place
 * @param pause whether it sends and obeys PAUSE frames
 */
public record CardChange(
        OptionalInt tx,
        OptionalInt rx,
        Optional<Coalescing> coalescing,
        Optional<Offloads> offloads,
        Optional<Boolean> pause) {
    /** Changes nothing. */
    public static final CardChange NONE =
            new CardChange(
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /** The card after the change. */
    public Card on(Card card) {
        Rings rings =
                new Rings(tx.orElse(card.rings().tx()), rx.orElse(card.rings().rx()));
        return new Card(
                rings,
                coalescing.orElse(card.coalescing()),
                offloads.orElse(card.offloads()),
                pause.orElse(card.pause()),
                card.buffer());
    }
}
