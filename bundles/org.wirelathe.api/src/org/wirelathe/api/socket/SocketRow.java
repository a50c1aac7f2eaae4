package org.wirelathe.api.socket;

import org.wirelathe.api.transport.ConnectionState;
import org.wirelathe.api.transport.Endpoint;

/**
 * A row of netstat.
 *
 * @param fd file descriptor; -1 once the application has closed it
 * @param recvQ bytes not yet read; of a listener, connections waiting to be accepted
 * @param sendQ bytes not yet acknowledged; of a listener, the backlog
 */
public record SocketRow(int fd, int recvQ, int sendQ, Endpoint local, Endpoint remote, ConnectionState state) {
}
