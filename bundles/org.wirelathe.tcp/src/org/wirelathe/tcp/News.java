package org.wirelathe.tcp;

import org.wirelathe.api.transport.ConnectionConfig;
import org.wirelathe.api.transport.ConnectionListener;
import org.wirelathe.api.transport.Failure;

/**
 * What a connection has to tell its socket. The parts note it while they work; it is told when the connection's
 * variables are in order again, so that a listener may call back whatever it likes.
 */
final class News {
    /** What there is to tell, one bit each, told in this order. */
    static final int OPENED = 1;
    static final int ACKNOWLEDGED = 2;
    static final int RECEIVED = 4;
    static final int FINISHED = 8;
    static final int ENDED = 16;
    static final int FAILED = 32;

    /** What is of no interest to an application that has closed. */
    private static final int WHILE_OPEN = OPENED | ACKNOWLEDGED | RECEIVED | FINISHED;

    private final TcpConnection connection;
    private final ConnectionConfig config;
    private final TcpListener origin;
    private int due;
    private boolean silenced;
    private Failure failure;

    /** @param origin who hears of a completed handshake too; {@code null} after an active open */
    News(TcpConnection connection, ConnectionConfig config, TcpListener origin) {
        this.connection = connection;
        this.config = config;
        this.origin = origin;
    }

    void note(int what) {
        due |= what;
    }

    void noteFailure(Failure why) {
        failure = why;
        due |= FAILED;
    }

    /** The application has closed: it hears no more but how it ends. */
    void silence() {
        silenced = true;
    }

    /** Nobody hears anything any more. */
    void drop() {
        due = 0;
    }

    boolean isDue() {
        return due != 0;
    }

    /** Tells everything that is due; what a listener brings about by calling back waits for the next time. */
    void tell() {
        int told = due;
        due = 0;
        if ((told & WHILE_OPEN) != 0) {
            tellProgress(told);
        }
        if ((told & ENDED) != 0) {
            config.listener().closed();
        }
        if ((told & FAILED) != 0) {
            config.listener().failed(failure);
        }
    }

    private void tellProgress(int told) {
        ConnectionListener listener = config.listener();
        if ((told & OPENED) != 0 && !silenced) {
            listener.established();
            if (origin != null) {
                origin.handler().completed(connection, config);
            }
        }
        if ((told & ACKNOWLEDGED) != 0 && !silenced) {
            listener.acknowledged();
        }
        if ((told & RECEIVED) != 0 && !silenced) {
            listener.received();
        }
        if ((told & FINISHED) != 0 && !silenced) {
            listener.finished();
        }
    }
}
