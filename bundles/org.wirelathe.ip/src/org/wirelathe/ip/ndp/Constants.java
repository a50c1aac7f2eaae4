package org.wirelathe.ip.ndp;

/** The protocol constants of RFC 4861 §10, RFC 4862 §5.1 and RFC 7217 §7, by their names; times in ns. */
final class Constants {
    static final long MILLISECOND = 1_000_000L;
    static final long SECOND = 1_000_000_000L;

    // Routers
    static final long MAX_INITIAL_RTR_ADVERT_INTERVAL = 16 * SECOND;
    static final int MAX_INITIAL_RTR_ADVERTISEMENTS = 3;
    static final int MAX_FINAL_RTR_ADVERTISEMENTS = 3;
    static final long MIN_DELAY_BETWEEN_RAS = 3 * SECOND;
    static final long MAX_RA_DELAY_TIME = 500 * MILLISECOND;

    // Hosts
    static final long MAX_RTR_SOLICITATION_DELAY = SECOND;
    static final long RTR_SOLICITATION_INTERVAL = 4 * SECOND;
    static final int MAX_RTR_SOLICITATIONS = 3;

    // Nodes
    static final int MAX_MULTICAST_SOLICIT = 3;
    static final int MAX_UNICAST_SOLICIT = 3;
    static final long REACHABLE_TIME = 30 * SECOND;
    static final long RETRANS_TIMER = SECOND;
    static final long DELAY_FIRST_PROBE_TIME = 5 * SECOND;

    /** Solicitations that try an address (RFC 4862 §5.1). */
    static final int DUP_ADDR_DETECT_TRANSMITS = 1;
    /** Stable addresses tried after a duplicate (RFC 7217 §7). */
    static final int IDGEN_RETRIES = 3;
    /** Pause before the next of them (RFC 7217 §7). */
    static final long IDGEN_DELAY = SECOND;

    private Constants() {
    }
}
