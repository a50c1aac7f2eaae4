package org.wirelathe.api.congestion;

/**
 * What does not change about a connection.
 *
 * @param mss most bytes of data in a segment (SMSS of RFC 5681)
 * @param name for the journal, e.g. {@code alice:49152>10.0.2.1:5001}
 */
public record FlowInfo(int mss, String name) {
}
