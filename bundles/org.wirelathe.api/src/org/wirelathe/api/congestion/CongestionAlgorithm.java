package org.wirelathe.api.congestion;

/** Service: a congestion control algorithm. Register it as an OSGi service and it is selectable by its name. */
public interface CongestionAlgorithm {
    /** Name in lab files, lower case: {@code vegas}. */
    String name();

    /**
     * A controller for one connection, new or taken over from another algorithm.
     *
     * @param start what to start from; for a new connection the initial window (RFC 6928) and no threshold
     */
    CongestionController create(FlowInfo flow, CongestionState start);
}
