package org.wirelathe.ip.ndp;

/** A list of things that are good for a time. */
interface Ageing {
    /** When the next of them ends, ns; {@link Long#MAX_VALUE} for never. */
    long next();

    /** Does away with those that have ended. */
    void age(long now);
}
