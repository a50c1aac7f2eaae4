package org.wirelathe.nic;

import java.util.Arrays;

import org.wirelathe.wire.pcapng.CaptureReader;

/** The Ethernet frames of a capture that came in where it was made, or of which it does not say: what can be played. */
final class Replay {
    final byte[] file;
    int frames;
    /** ns behind the first frame. */
    long[] times = new long[64];
    int[] places = new int[64];
    int[] lengths = new int[64];
    /** Frames of which the capture holds only the beginning. */
    int cut;

    /** @throws IllegalArgumentException with a sentence for the user, when that is no capture of Ethernet frames */
    Replay(byte[] file) {
        this.file = file;
        if (file.length == 0) {
            return;
        }
        CaptureReader reader = new CaptureReader(file);
        long first = 0;
        while (reader.next()) {
            if (reader.linkType() != CaptureReader.ETHERNET) {
                throw new IllegalArgumentException("the capture holds frames of link type " + reader.linkType()
                        + "; only Ethernet (1) can be played into a card");
            }
            if (reader.outbound()) {
                continue;
            }
            if (reader.length() < reader.originalLength()) {
                cut++;
                continue;
            }
            if (frames == 0) {
                first = reader.time();
            }
            add(reader.time() - first, reader.at(), reader.length());
        }
    }

    private void add(long time, int place, int length) {
        if (frames == times.length) {
            times = Arrays.copyOf(times, 2 * frames);
            places = Arrays.copyOf(places, 2 * frames);
            lengths = Arrays.copyOf(lengths, 2 * frames);
        }
        times[frames] = time;
        places[frames] = place;
        lengths[frames++] = length;
    }
}
