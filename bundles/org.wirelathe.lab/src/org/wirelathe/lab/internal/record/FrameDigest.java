package org.wirelathe.lab.internal.record;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.function.IntFunction;
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

    /** {@code null} when frames are only counted. */
    private final Outflow flow;
    private final MessageDigest[] digests;
    private final long[] count;
    private final long[] bytes;
    private final long[] lost;
    private long frames;

    /**
     * @param cables how many cables there are
     * @param hashed whether frames are hashed; otherwise they are only counted, and the digests are empty
     */
    public FrameDigest(Workers workers, int cables, boolean hashed) {
        digests = new MessageDigest[hashed ? 2 * cables : 0];
        for (int i = 0; i < digests.length; i++) {
            digests[i] = Sha256.start();
        }
        count = new long[2 * cables];
        bytes = new long[2 * cables];
        lost = new long[2 * cables];
        flow = hashed ? new Outflow(workers, new Hashes(digests), CHUNK).filled() : null;
    }

    /** The tap for cable number {@code cable}, from 0. */
    public LineTap tap(int cable) {
        return (direction, start, arrival, frame) -> add(2 * cable + direction, start, arrival, frame);
    }

    private void add(int line, long start, long arrival, Packet frame) {
        int length = frame.length();
        frames++;
        count[line]++;
        bytes[line] += length;
        if (arrival == LineTap.LOST) {
            lost[line]++;
        }
        if (flow != null) {
            copy(line, start, arrival, frame, length);
        }
    }

    private void copy(int line, long start, long arrival, Packet frame, int length) {
        flow.reserve(PREFIX + length);
        byte[] buffer = flow.buffer();
        int at = flow.position();
        Bytes.i32(buffer, at, line);
        Bytes.i64(buffer, at + 4, start);
        Bytes.i64(buffer, at + 12, arrival);
        Bytes.i32(buffer, at + 20, length);
        System.arraycopy(frame.bytes, frame.head, buffer, at + PREFIX, length);
        flow.advance(at + PREFIX + length);
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
        if (flow == null) {
            return new Digests("", lines(i -> ""));
        }
        flow.close();
        flow.awaitEnd();
        MessageDigest run = Sha256.start();
        byte[] head = new byte[12];
        Line[] lines = lines(i -> {
            byte[] digest = digests[i].digest();
            Bytes.i32(head, 0, i);
            Bytes.i64(head, 4, count[i]);
            run.update(head);
            run.update(digest);
            return Sha256.text(digest);
        });
        return new Digests(Sha256.text(run), lines);
    }

    private Line[] lines(IntFunction<String> digest) {
        Line[] lines = new Line[count.length];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = new Line(count[i], bytes[i], lost[i], digest.apply(i));
        }
        return lines;
    }

    /**
     * The digests of a run.
     *
     * @param run over everything
     * @param lines by line: twice the cable's number, plus 1 for the direction from its end b to its end a
     */
    public record Digests(String run, Line[] lines) {
    }

    /** Hashes what it is handed, line by line. */
    private record Hashes(MessageDigest[] digests) implements Outflow.Outlet {
        @Override
        public void take(byte[] chunk, int end) {
            for (int at = 0; at < end;) {
                int length = Bytes.i32(chunk, at + 20);
                digests[Bytes.i32(chunk, at)].update(chunk, at + HASHED_FROM, PREFIX - HASHED_FROM + length);
                at += PREFIX + length;
            }
        }

        @Override
        public void end() {
            // The digests are made up when all frames are in.
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
