package org.wirelathe.api.socket;

/** A socket call failed. */
public final class SocketException extends Exception {
    private static final long serialVersionUID = 1;

    private final Errno errno;

    public SocketException(Errno errno) {
        super(errno.message());
        this.errno = errno;
    }

    public Errno errno() {
        return errno;
    }
}
