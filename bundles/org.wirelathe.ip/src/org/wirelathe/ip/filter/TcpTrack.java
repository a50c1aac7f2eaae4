package org.wirelathe.ip.filter;

import org.wirelathe.wire.TcpHeader;

/**
 * What a translator knows of a TCP connection, as a set of bits: which side has sent SYN and FIN, and whether one reset
 * it (RFC 5382 §5). Who sent the first SYN makes no difference, so that connections open at both sides at once (REQ-2).
 */
final class TcpTrack {
    private static final int SYN_INSIDE = 1;
    private static final int SYN_OUTSIDE = 2;
    private static final int FIN_INSIDE = 4;
    private static final int FIN_OUTSIDE = 8;
    private static final int RESET = 16;
    private static final int SYNS = SYN_INSIDE | SYN_OUTSIDE;
    private static final int FINS = FIN_INSIDE | FIN_OUTSIDE;

    private TcpTrack() {
    }

    /** The state after a segment. */
    static int next(int state, int flags, boolean fromInside) {
        if ((flags & TcpHeader.RST) != 0) {
            return state | RESET;
        }
        if ((flags & TcpHeader.SYN) != 0) {
            boolean over = (state & RESET) != 0 || (state & FINS) == FINS;
            boolean anew = over && (flags & TcpHeader.ACK) == 0; // the same ports for a new connection
            return (anew ? 0 : state) | (fromInside ? SYN_INSIDE : SYN_OUTSIDE);
        }
        return (flags & TcpHeader.FIN) == 0 ? state : state | (fromInside ? FIN_INSIDE : FIN_OUTSIDE);
    }

    /** Whether it is open: neither half open, nor closed from both sides, nor reset. */
    static boolean isEstablished(int state) {
        return (state & SYNS) == SYNS && (state & FINS) != FINS && (state & RESET) == 0;
    }
}
