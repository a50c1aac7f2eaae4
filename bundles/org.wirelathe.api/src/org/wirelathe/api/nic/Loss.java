package org.wirelathe.api.nic;

/**
 * When a line loses frames: a chain of two states (Gilbert 1960, Elliott 1963), of which independent loss is the case
 * that never leaves the good state. The chain moves once per frame, before the frame's fate is drawn.
 *
 * @param good probability that a frame is lost in the good state, parts per billion
 * @param bad the same in the bad state
 * @param toBad probability that the line goes from good to bad at a frame
 * @param toGood probability that it goes from bad to good
 */
public record Loss(long good, long bad, long toBad, long toGood) {
    /** No loss. */
    public static final Loss NONE = new Loss(0, 0, 0, 0);
    /** A probability of 1. */
    public static final long CERTAIN = 1_000_000_000;

    public Loss {
        requireShare("loss", good);
        requireShare("loss", bad);
        requireShare("loss", toBad);
        requireShare("loss", toGood);
    }

    /** Each frame for itself. */
    public static Loss independent(long share) {
        return new Loss(share, 0, 0, 0);
    }

    /** Whether anything can be lost. */
    public boolean isNone() {
        return good == 0 && (toBad == 0 || bad == 0);
    }

    static void requireShare(String what, long share) {
        if (share < 0 || share > CERTAIN) {
            throw new IllegalArgumentException(what + " of " + share + " parts per billion");
        }
    }
}
