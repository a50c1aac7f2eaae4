package org.wirelathe.api.nic;

/**
 * When a card interrupts for frames that have arrived (B6): when {@code frames} have, or {@code time} after the first
 * of them, whichever comes first.
 *
 * @param frames 1 or more; 1 interrupts for every frame
 * @param time ns, at least 0; 0 waits for no time: only the count matters
 */
public record Coalescing(int frames, long time) {
    /** An interrupt for every frame. */
    public static final Coalescing NONE = new Coalescing(1, 0);

    public Coalescing {
        if (frames < 1 || time < 0 || frames > 1 && time == 0) {
            throw new IllegalArgumentException("coalescing of " + frames + " frames and " + time
                    + " ns: at least 1 frame, and a time when it is more, or the last frames would wait for ever");
        }
    }
}
