package org.wirelathe.ip.fragment;

/** A sender of fragments, and its packets that wait, by age: one that sends many must not take the room of others. */
final class Source {
    long high;
    long low;
    long hash;
    Source chain;
    /** What its packets cost, bytes. */
    int cost;

    private Datagram oldest;
    private Datagram newest;

    Datagram oldest() {
        return oldest;
    }

    boolean isEmpty() {
        return oldest == null;
    }

    void add(Datagram datagram) {
        datagram.source = this;
        datagram.olderOfSource = newest;
        datagram.newerOfSource = null;
        if (newest == null) {
            oldest = datagram;
        } else {
            newest.newerOfSource = datagram;
        }
        newest = datagram;
    }

    void remove(Datagram datagram) {
        if (datagram.olderOfSource == null) {
            oldest = datagram.newerOfSource;
        } else {
            datagram.olderOfSource.newerOfSource = datagram.newerOfSource;
        }
        if (datagram.newerOfSource == null) {
            newest = datagram.olderOfSource;
        } else {
            datagram.newerOfSource.olderOfSource = datagram.olderOfSource;
        }
        datagram.source = null;
        datagram.olderOfSource = null;
        datagram.newerOfSource = null;
    }
}
