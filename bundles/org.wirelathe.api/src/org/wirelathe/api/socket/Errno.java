package org.wirelathe.api.socket;

/** Error numbers by their POSIX names, with the words that strerror has for them. */
public enum Errno {
    ECONNREFUSED("Connection refused"),
    ECONNRESET("Connection reset by peer"),
    ETIMEDOUT("Connection timed out"),
    ENETUNREACH("Network is unreachable"),
    EHOSTUNREACH("No route to host"),
    EADDRINUSE("Address already in use"),
    EADDRNOTAVAIL("Cannot assign requested address"),
    ENOTCONN("Transport endpoint is not connected"),
    EDESTADDRREQ("Destination address required"),
    EMSGSIZE("Message too long"),
    EACCES("Permission denied"),
    EINVAL("Invalid argument"),
    ENOPROTOOPT("Protocol not available"),
    EPROTO("Protocol error"),
    EPIPE("Broken pipe"),
    ECONNABORTED("Software caused connection abort"),
    EBADF("Bad file descriptor"),
    EMFILE("Too many open files");

    private final String message;

    Errno(String message) {
        this.message = message;
    }

    public String message() {
        return message;
    }
}
