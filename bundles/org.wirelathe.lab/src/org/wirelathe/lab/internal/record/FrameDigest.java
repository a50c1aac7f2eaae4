package org.wirelathe.lab.internal.record;

import java.nio.file.Path;
import java.security.MessageDigest;
import org.wirelathe.api.nic.LineTap;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.lab.RunResult.Line;
import org.wirelathe.lab.internal.io.IoSentences.Doing;
import org.wirelathe.lab.internal.io.Outflow;
import org.wirelathe.lab.internal.io.Sha256;
import org.wirelathe.lab.internal.io.Workers;
import org.wirelathe.wire.Bytes;

/**
 * SHA-256 over every frame on every cable with its times. The layout of what is hashed is a promise, written down in
 * docs/results.md: each direction of each cable is hashed for itself, in the order of its frames, and the digest of the
 * run is taken over those; so it does not depend on how the loop interleaves cables.
 *
 * <p>The loop copies each frame once; a helper sorts and hashes.
 */
public final class FrameDigest {
    private static final int CHUNK = 256 * 1024;
    /** In front of a frame in a chunk: line number, start, arrival, length. */
    private static final int PREFIX = 4 + 8 + 8 + 4;
    private static final int HASHED_FROM = 4;

    private final Outflow flow;
    private final Hashes hashes;
    private final long[] lost;
    private long frames;

    /** @param cables how many cables there are */
    public FrameDigest(Workers workers, int cables) {
        hashes = new Hashes(2 * cables);
        lost = new long[2 * cables];
        flow = new Outflow(workers, hashes, CHUNK).filled();
    }

    /** The tap for cable number {@code cable}, from 0. */
    public LineTap tap(int cable) {
        return (direction, start, arrival, frame) -> add(2 * cable + direction, start, arrival, frame);
    }

    private void add(int line, long start, long arrival, Packet frame) {
        int length = frame.length();
        flow.reserve(PREFIX + length);
        byte[] buffer = flow.buffer();
        int at = flow.position();
        Bytes.i32(buffer, at, line);
        Bytes.i64(buffer, at + 4, start);
        Bytes.i64(buffer, at + 12, arrival);
        Bytes.i32(buffer, at + 20, length);
        System.arraycopy(frame.bytes, frame.head, buffer, at + PREFIX, length);
        flow.advance(at + PREFIX + length);
        frames++;
        if (arrival == LineTap.LOST) {
            lost[line]++;
        }
    }

    /** Frames so far. */
    public long frames() {
        return frames;
    }

    /** Frames that a line has lost so far: of cable number {@code cable}, in that direction (0 from a to b, 1 back). */
    public long lost(int cable, int direction) {
        return lost[2 * cable + direction];
    }

    /** No frame will come any more; waits until all are hashed. */
    public Digests end() {
        flow.close();
        flow.awaitEnd();
        return hashes.result;
    }

    /**
     * The digests of a run.
     *
     * @param run over everything
     * @param lines by line: twice the cable's number, plus 1 for the direction from its end b to its end a
     */
    public record Digests(String run, Line[] lines) {
    }

    private static final class Hashes implements Outflow.Outlet {
        private final MessageDigest[] digests;
        private final long[] frames;
        private final long[] bytes;
        private final long[] lost;
        private Digests result;

        Hashes(int lines) {
            digests = new MessageDigest[lines];
            frames = new long[lines];
            bytes = new long[lines];
            lost = new long[lines];
            for (int i = 0; i < lines; i++) {
                digests[i] = Sha256.start();
            }
        }

        @Override
        public void take(byte[] chunk, int end) {
            for (int at = 0; at < end;) {
                int line = Bytes.i32(chunk, at);
                int length = Bytes.i32(chunk, at + 20);
                digests[line].update(chunk, at + HASHED_FROM, PREFIX - HASHED_FROM + length);
                frames[line]++;
                bytes[line] += length;
                if (Bytes.i64(chunk, at + 12) == LineTap.LOST) {
                    lost[line]++;
                }
                at += PREFIX + length;
            }
        }

        @Override
        public void end() {
            MessageDigest run = Sha256.start();
            Line[] lines = new Line[digests.length];
            byte[] head = new byte[12];
            for (int i = 0; i < digests.length; i++) {
                byte[] digest = digests[i].digest();
                Bytes.i32(head, 0, i);
                Bytes.i64(head, 4, frames[i]);
                run.update(head);
                run.update(digest);
                lines[i] = new Line(frames[i], bytes[i], lost[i], Sha256.text(digest));
            }
            result = new Digests(Sha256.text(run), lines);
        }

        @Override
        public void abandon() {
            // Hashing does not fail.
        }

        @Override
        public Doing doing() {
            return new Doing("hash", Path.of("the frames"));
        }
    }
}
