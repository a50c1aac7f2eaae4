package org.wirelathe.api.socket;

/**
 * What a host's sockets start with.
 *
 * @param sendBuffer bytes (SO_SNDBUF)
 * @param receiveBuffer bytes (SO_RCVBUF)
 * @param congestion algorithm asked for (TCP_CONGESTION)
 */
public record SocketSettings(int sendBuffer, int receiveBuffer, String congestion) {
}
