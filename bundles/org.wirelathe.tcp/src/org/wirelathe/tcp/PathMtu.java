package org.wirelathe.tcp;

import org.wirelathe.api.net.Path;
import org.wirelathe.wire.TcpHeader;

/**
 * Keeps segments to what the path takes (RFC 1191 §6, RFC 8201 §5): as routers report it, as the path learns it from
 * others, and as silence tells (RFC 4821 §7.7). The path remembers; this end only cuts accordingly.
 */
final class PathMtu {
    /** Timeouts in a row after which the network layer hears of it (R1: RFC 9293 §3.8.3, MUST-20). */
    private static final int SUSPICIOUS = 3;
    /** MSS of a peer that does not say (MUST-15). */
    private static final int UNSAID_V4 = 536;
    private static final int UNSAID_V6 = 1220;

    private final TcpConnection connection;
    private final Path path;
    /** What the peer takes. */
    private int peerLimit;
    /** The path's MTU that the segments are cut for. */
    private int mtu;

    PathMtu(TcpConnection connection, Path path) {
        this.connection = connection;
        this.path = path;
        this.peerLimit = unsaid();
        this.mtu = path.mtu();
    }

    /** MSS of a peer whose SYN names none. */
    int unsaid() {
        return path.headerLength() == 20 ? UNSAID_V4 : UNSAID_V6;
    }

    /** The MSS to announce: what comes back may be as large as the first hop takes (MUST-67). */
    int toAnnounce() {
        return fitting(path.linkMtu());
    }

    private int fitting(int bytes) {
        return Math.min(bytes == 0 ? unsaid() : bytes - path.headerLength() - TcpHeader.LEAST,
                SegmentWriter.mostText(path));
    }

    /** The peer announced its MSS (MUST-16). */
    void agreed(int peerMss) {
        peerLimit = peerMss;
        mtu = path.mtu();
        connection.send.mss(Math.min(peerLimit, fitting(mtu)));
    }

    /** A router found a segment of ours, whose number is in flight, larger than the next link. */
    void reported(int nextHop) {
        path.tooBig(nextHop);
        if (follow()) {
            connection.send.recovery().segmentsShrank();
        }
    }

    /**
     * The data at SND.UNA has timed out so often in a row; segments of full size may be what does not get through. Each
     * further timeout may tell of a narrower path yet.
     */
    void timedOut(int times) {
        int length = (int) Math.min(connection.send.nxt() - connection.send.una(), connection.send.mss());
        if (times >= SUSPICIOUS && length == connection.send.mss()) {
            path.blackHole(path.headerLength() + TcpHeader.LEAST + length);
            if (follow()) {
                connection.send.recovery().segmentsShrank();
            }
        }
    }

    /**
     * Looks whether the path has changed its mind, also by what others found out.
     *
     * @return whether segments are smaller now
     */
    boolean follow() {
        int now = path.mtu();
        if (now == mtu || now == 0) {
            return false;
        }
        mtu = now;
        int before = connection.send.mss();
        int mss = Math.min(peerLimit, fitting(now));
        if (mss != before) {
            connection.journal("mtu", "the path takes packets of " + now + " bytes: segments of " + mss
                    + " from now on");
            connection.send.mss(mss);
        }
        return mss < before;
    }
}
