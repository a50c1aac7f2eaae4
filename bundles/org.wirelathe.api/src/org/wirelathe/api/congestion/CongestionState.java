package org.wirelathe.api.congestion;

/**
 * What one algorithm hands to the next when they are swapped on a live connection. Numbers only: a record that held an
 * object of the old algorithm would keep its class loader alive.
 *
 * @param window congestion window in bytes
 * @param threshold slow-start threshold in bytes; {@link Long#MAX_VALUE} while no loss has been seen
 * @param minRtt least round-trip time measured, ns; -1 before the first
 * @param recovering whether a loss is being repaired at this moment
 */
public record CongestionState(long window, long threshold, long minRtt, boolean recovering) {
}
