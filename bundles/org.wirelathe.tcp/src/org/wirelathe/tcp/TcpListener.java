package org.wirelathe.tcp;

import org.wirelathe.api.net.Path;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.api.transport.ListenHandler;
import org.wirelathe.api.transport.Listener;

/**
 * A port that is listened on, and its SYN queue: connections in SYN-RECEIVED count here until they are complete (B40).
 */
final class TcpListener implements Listener {
    /**
     * Most connections half open; more SYNs are dropped and come again (Linux tcp_max_syn_backlog with enough memory).
     */
    private static final int MOST_HALF_OPEN = 1024;

    private final Tcp tcp;
    private final Endpoint local;
    private final ListenHandler handler;
    private int halfOpen;

    TcpListener(Tcp tcp, Endpoint local, ListenHandler handler) {
        this.tcp = tcp;
        this.local = local;
        this.handler = handler;
    }

    @Override
    public Endpoint local() {
        return local;
    }

    ListenHandler handler() {
        return handler;
    }

    boolean hasRoom() {
        return handler.hasRoom();
    }

    /** A SYN asks for a connection (RFC 9293 §3.10.7.2, third). */
    void open(Segment syn) {
        if (!hasRoom()) {
            tcp.trace().drop(tcp.mib().listenOverflows, syn.packet());
        } else if (halfOpen == MOST_HALF_OPEN) {
            tcp.trace().drop(tcp.mib().synQueueFull, syn.packet());
        } else {
            Path path = tcp.path(syn.destination(), syn.source());
            if (path == null) {
                tcp.trace().drop(tcp.mib().noRoute, syn.packet());
                return;
            }
            halfOpen++;
            tcp.mib().inTaken.increment();
            tcp.mib().passiveOpens.increment();
            tcp.begin(new Endpoint(path.source(), syn.destinationPort()),
                    new Endpoint(path.destination(), syn.sourcePort()), path, handler.configure(), this).open(syn);
        }
    }

    /** One of the half-open connections is complete. */
    void completed() {
        halfOpen--;
    }

    /** One of the half-open connections will never be complete. */
    void gaveUp() {
        halfOpen--;
    }

    @Override
    public void close() {
        tcp.stopListening(this);
    }
}
