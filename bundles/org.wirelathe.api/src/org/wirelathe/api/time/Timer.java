package org.wirelathe.api.time;

/** A deadline that can be armed again and again; it fires at most once per arming. Belongs to the loop's thread. */
public interface Timer {
    /** Arms, or re-arms, for {@code deadline} (ns); a deadline in the past fires at the present time. */
    void armAt(long deadline);

    /** As {@link #armAt(long)}, in the place among equals that {@code order} holds; see {@link Scheduler#nextOrder}. */
    void armAt(long deadline, long order);

    /** Forgets the deadline; does nothing when not armed. */
    void cancel();

    /** Whether a deadline is pending. */
    boolean isArmed();

    /** The pending deadline in ns; meaningless when not armed. */
    long deadline();
}
