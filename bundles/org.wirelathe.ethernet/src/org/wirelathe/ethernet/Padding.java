package org.wirelathe.ethernet;

import java.util.Arrays;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.EthernetHeader;

/** The zeros behind a short frame (IEEE 802.3 §3.2.8). */
final class Padding {
    private Padding() {
    }

    /** Appends what is missing from the least frame. */
    static void append(Packet frame) {
        int missing = EthernetHeader.LEAST_FRAME - frame.length();
        if (missing > 0) {
            int at = frame.put(missing);
            Arrays.fill(frame.bytes, at, at + missing, (byte) 0);
        }
    }
}
