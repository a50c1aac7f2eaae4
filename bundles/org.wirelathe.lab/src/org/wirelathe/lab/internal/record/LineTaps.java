package org.wirelathe.lab.internal.record;

import java.util.Arrays;
import org.wirelathe.api.nic.LineTap;
import org.wirelathe.api.packet.Packet;

/** Several taps on one cable; those that come later hear of the frames from then on. */
public final class LineTaps implements LineTap {
    private final LineTap first;
    private LineTap[] more = {};

    public LineTaps(LineTap first) {
        this.first = first;
    }

    public void add(LineTap tap) {
        more = Arrays.copyOf(more, more.length + 1);
        more[more.length - 1] = tap;
    }

    @Override
    public void frame(int direction, long start, long arrival, Packet frame) {
        first.frame(direction, start, arrival, frame);
        for (LineTap tap : more) {
            tap.frame(direction, start, arrival, frame);
        }
    }
}
