package org.wirelathe.sim;

import org.wirelathe.api.nic.LineSpec;
import org.wirelathe.api.nic.Loss;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.time.RandomStream;
import org.wirelathe.wire.EthernetHeader;

/**
 * What befalls the frames of one direction. Each impairment draws from a stream of its own, and draws for every frame,
 * whatever another has done to that frame: so adding one does not change which frames the others hit, or how.
 */
final class Impairments {
    private final RandomStream loss;
    private final RandomStream jitter;
    private final RandomStream duplicate;
    private final RandomStream corrupt;
    private final RandomStream reorder;
    private LineSpec spec;
    /** The state of the chain of {@link Loss}. */
    private boolean bad;
    /** When the last frame arrives that no other may overtake. */
    private long behind;

    /** @param name of the cable */
    Impairments(long seed, String name, int direction) {
        loss = stream(seed, name, "loss", direction);
        jitter = stream(seed, name, "jitter", direction);
        duplicate = stream(seed, name, "duplicate", direction);
        corrupt = stream(seed, name, "corrupt", direction);
        reorder = stream(seed, name, "reorder", direction);
    }

    private static RandomStream stream(long seed, String name, String impairment, int direction) {
        return new RandomStream(seed, "cable/" + name + "/" + impairment + "/" + direction);
    }

    /** Whether a line does anything to its frames. */
    static boolean any(LineSpec spec) {
        return !spec.loss().isNone() || spec.jitter() > 0 || spec.duplicate() > 0 || spec.corrupt() > 0
                || spec.reorder() > 0;
    }

    /** From the next frame on. */
    void rules(LineSpec spec) {
        if (this.spec != null && !spec.loss().equals(this.spec.loss())) {
            bad = false;
        }
        this.spec = spec;
    }

    /**
     * Decides the fate of a frame, in the order of sending: sets {@link Packet#lost} and {@link Packet#corrupted}, and
     * puts off its arrival, which {@link Packet#time} holds.
     *
     * @return whether it arrives twice
     */
    boolean befall(Packet frame) {
        frame.lost = loses(spec.loss());
        long extra = spec.jitter() > 0 ? jitter.below(spec.jitter() + 1) : 0;
        boolean twice = happens(spec.duplicate(), duplicate);
        if (happens(spec.corrupt(), corrupt)) {
            turnBit(frame);
        }
        boolean heldBack = happens(spec.reorder(), reorder);
        if (frame.lost) {
            return false;
        }
        frame.time += extra;
        if (spec.jitter() > 0 && !spec.jitterReorders()) {
            frame.time = behind = Math.max(behind, frame.time);
        }
        if (heldBack) {
            frame.time += spec.reorderDelay();
        }
        return twice;
    }

    /** The chain moves, then the frame's fate is drawn. */
    private boolean loses(Loss rules) {
        if (rules.toBad() > 0) {
            bad = happens(bad ? rules.toGood() : rules.toBad(), loss) != bad;
        }
        return happens(bad ? rules.bad() : rules.good(), loss);
    }

    /** Turns over one bit of frame and FCS, each equally likely: CRC-32 finds every such error. */
    private void turnBit(Packet frame) {
        long bit = corrupt.below(8L * (frame.length() + EthernetHeader.FCS));
        if (bit < 8L * frame.length()) {
            frame.bytes[frame.head + (int) (bit >> 3)] ^= (byte) (1 << (bit & 7));
        }
        frame.corrupted = true;
    }

    private static boolean happens(long share, RandomStream stream) {
        return share > 0 && stream.below(Loss.CERTAIN) < share;
    }
}
