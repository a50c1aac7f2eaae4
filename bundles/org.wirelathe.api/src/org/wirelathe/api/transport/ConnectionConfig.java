package org.wirelathe.api.transport;

/**
 * What a connection is made with.
 *
 * @param send bytes written and not yet acknowledged; the socket appends, the transport discards
 * @param receive bytes received and not yet read; the transport appends, the socket takes
 * @param congestion name of the congestion algorithm asked for
 * @param listener who hears of the connection
 */
public record ConnectionConfig(StreamBuffer send, StreamBuffer receive, String congestion,
        ConnectionListener listener) {
}
