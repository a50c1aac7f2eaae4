package org.wirelathe.api.probe;

/** One node's counters by place. Ask once when a layer is built, count on the object that comes back. */
public interface Counters {
    /**
     * The counter of that name at that place, made when it is new.
     *
     * @param place where in the node: {@code eth0}, {@code ip}, {@code tcp}
     * @param name what is counted
     */
    Counter counter(String place, String name);

    /** As {@link #counter}, for packets dropped for a reason; results list drops by place and reason. */
    Counter drop(String place, String reason);
}
