package org.wirelathe.api.time;

/** Service: makes loops. */
public interface EventLoopFactory {
    /** A loop in virtual time that stands at 0. */
    EventLoop virtual();
}
