package org.wirelathe.socket;

import java.util.ArrayDeque;
import java.util.Deque;

import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.net.SendOptions.Discovery;
import org.wirelathe.api.socket.Errno;

/**
 * ICMP errors about the datagrams of a socket: all of them in a queue of its own (IP_RECVERR), and the last that no
 * waiting mends as its pending error, if it has a peer (RFC 1122 §4.1.3.3; Linux: icmp_err_convert).
 */
final class DatagramErrors {
    /** Errors kept; more of them are lost. */
    static final int MOST = 64;

    private final Deque<NetworkError> queue = new ArrayDeque<>();
    private Errno pending;

    boolean isEmpty() {
        return queue.isEmpty() && pending == null;
    }

    void add(NetworkError error, boolean connected, Discovery discovery) {
        if (queue.size() < MOST) {
            queue.add(error);
        }
        Errno errno = connected ? hard(error, discovery) : null;
        if (errno != null) {
            pending = errno;
        }
    }

    /** What ends the calls of a socket with a peer; {@code null} for what may pass. */
    private static Errno hard(NetworkError error, Discovery discovery) {
        return switch (error.kind()) {
            case PORT_UNREACHABLE -> Errno.ECONNREFUSED;
            case PROTOCOL_UNREACHABLE -> Errno.ENOPROTOOPT;
            case PROHIBITED -> error.destination().isV4() ? Errno.EHOSTUNREACH : Errno.EACCES;
            case PARAMETER_PROBLEM -> Errno.EPROTO;
            case FRAGMENTATION_NEEDED -> discovery == Discovery.DONT ? null : Errno.EMSGSIZE;
            case NET_UNREACHABLE, HOST_UNREACHABLE, TIME_EXCEEDED, REASSEMBLY_TIME_EXCEEDED -> null;
        };
    }

    /** The oldest error, which is thereby taken; or {@code null}. */
    NetworkError take() {
        return queue.poll();
    }

    /** The pending error, which is thereby taken; {@code null} when there is none. */
    Errno takePending() {
        Errno taken = pending;
        pending = null;
        return taken;
    }
}
