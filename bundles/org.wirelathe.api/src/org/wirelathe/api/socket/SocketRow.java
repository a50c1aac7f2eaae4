package org.wirelathe.api.socket;

import org.wirelathe.api.transport.ConnectionState;
import org.wirelathe.api.transport.Endpoint;

/**
 * A row of netstat.
 *
 * @param protocol {@code tcp} or {@code udp}
 * @param fd file descriptor; -1 once the application has closed it
 * @param recvQ bytes not yet read; of a listener, connections waiting to be accepted; of UDP, the memory that they take
 * @param sendQ bytes not yet acknowledged; of a listener, the backlog
 * @param state of UDP ESTABLISHED with a peer, else CLOSED
 */
public record SocketRow(String protocol, int fd, int recvQ, int sendQ, Endpoint local, Endpoint remote,
        ConnectionState state) {
}
