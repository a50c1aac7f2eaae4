package org.wirelathe.socket;

import org.wirelathe.api.socket.Errno;
import org.wirelathe.api.transport.Failure;

/** The errors of socket calls behind the failures of connections (B37, B38, B43). */
final class Errors {
    private Errors() {
    }

    static Errno of(Failure failure) {
        return switch (failure) {
            case REFUSED -> Errno.ECONNREFUSED;
            case RESET -> Errno.ECONNRESET;
            case TIMED_OUT -> Errno.ETIMEDOUT;
            case NETWORK_UNREACHABLE -> Errno.ENETUNREACH;
            case HOST_UNREACHABLE -> Errno.EHOSTUNREACH;
            case PROHIBITED -> Errno.EACCES;
            case ADDRESS_IN_USE -> Errno.EADDRINUSE;
            case ADDRESS_NOT_AVAILABLE -> Errno.EADDRNOTAVAIL;
            case ABORTED -> Errno.ECONNABORTED;
        };
    }
}
