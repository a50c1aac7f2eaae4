package org.wirelathe.ui.topology;

import java.util.List;
import org.wirelathe.model.edit.EditTarget;

/**
 * A way across the lab, to be lit up: cables one after the other, or side by side where the way divides.
 *
 * @param legs the cables
 * @param ends where it ends
 * @param text the same in words, for the upper left corner
 */
public record Trail(List<Leg> legs, List<End> ends, String text) {
    /**
     * One cable.
     *
     * @param fromA whether it is gone along from its end a
     * @param shared whether others go beside it with a share of the packets
     */
    public record Leg(EditTarget.OfLink cable, boolean fromA, boolean shared) {
    }

    /**
     * Where the way ends.
     *
     * @param node the last node
     * @param word why it is not where it should be; empty where it is
     */
    public record End(String node, String word) {
        /** Whether it is where it should be. */
        public boolean isGood() {
            return word.isEmpty();
        }
    }
}
