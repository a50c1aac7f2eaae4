package org.wirelathe.api.congestion;

/**
 * New data was acknowledged.
 *
 * @param now the present, ns since the run began
 * @param bytes how many bytes this acknowledgment covers for the first time; at least 1
 * @param inFlight bytes sent and not acknowledged, this acknowledgment taken into account
 * @param rtt round-trip time that this acknowledgment measured, ns; -1 when it measured none (Karn)
 * @param minRtt least round-trip time measured on this connection, ns; -1 before the first
 * @param windowLimited whether the congestion window was what held the sender back when this data was sent; growing a
 *        window that nobody filled is guesswork (RFC 7661 §4.1)
 * @param roundStart whether this is the first acknowledgment of data sent after the last {@code roundStart}: about once
 *        per round trip
 */
public record Acked(long now, long bytes, long inFlight, long rtt, long minRtt, boolean windowLimited,
        boolean roundStart) {
}
