package org.wirelathe.ip;

import java.util.Arrays;

import org.wirelathe.api.net.EchoListener;
import org.wirelathe.api.net.NetworkError;
import org.wirelathe.wire.IpAddress;

/** Who hears of the answers to which echo requests, of both families. */
public final class EchoListeners {
    private int[] identifiers = new int[4];
    private EchoListener[] listeners = new EchoListener[4];
    private int listening;

    /** Who hears of replies with this identifier; {@code null} for nobody any more. */
    public void listener(int identifier, EchoListener listener) {
        int i = index(identifier);
        if (listener == null) {
            if (i >= 0) {
                identifiers[i] = identifiers[--listening];
                listeners[i] = listeners[listening];
                listeners[listening] = null;
            }
            return;
        }
        if (i < 0) {
            i = listening++;
            if (i == listeners.length) {
                identifiers = Arrays.copyOf(identifiers, 2 * i);
                listeners = Arrays.copyOf(listeners, 2 * i);
            }
        }
        identifiers[i] = identifier;
        listeners[i] = listener;
    }

    /** Whether somebody listens. */
    public boolean has(int identifier) {
        return index(identifier) >= 0;
    }

    /** A reply came, to somebody who listens. */
    public void replied(int identifier, IpAddress source, int sequence, int size, int hopLimit) {
        listeners[index(identifier)].replied(source, sequence, size, hopLimit);
    }

    /** An error about a request came; returns whether somebody listens. */
    public boolean failed(int identifier, int sequence, NetworkError error) {
        int i = index(identifier);
        if (i < 0) {
            return false;
        }
        listeners[i].failed(sequence, error);
        return true;
    }

    private int index(int identifier) {
        for (int i = 0; i < listening; i++) {
            if (identifiers[i] == identifier) {
                return i;
            }
        }
        return -1;
    }
}
