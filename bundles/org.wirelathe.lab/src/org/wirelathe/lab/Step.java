package org.wirelathe.lab;

/** How far a run goes before it stands still again. */
public sealed interface Step {
    /** One event. */
    record Event() implements Step {
    }

    /** To the event by which a frame has gone its way on some cable: it arrived, or would have. */
    record Frame() implements Step {
    }

    /**
     * A time.
     *
     * @param span ns of virtual time, at least 0
     */
    record Time(long span) implements Step {
        public Time {
            if (span < 0) {
                throw new IllegalArgumentException("a step of " + span + " ns; time does not go back");
            }
        }
    }
}
