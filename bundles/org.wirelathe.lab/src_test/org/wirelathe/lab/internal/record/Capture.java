package org.wirelathe.lab.internal.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A pcapng file as its specification reads it (draft-ietf-opsawg-pcapng §4): big-endian, one interface. */
record Capture(List<Frame> frames, List<Integer> blocks) {
    /** A packet: its time, {@code epb_flags}, lengths, comment and drop count. */
    record Frame(long time, int flags, int captured, int length, String comment, long dropped) {
    }

    static Capture read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        List<Frame> frames = new ArrayList<>();
        List<Integer> blocks = new ArrayList<>();
        while (bytes.hasRemaining()) {
            int start = bytes.position();
            int type = bytes.getInt(start);
            int length = bytes.getInt(start + 4);
            if (bytes.getInt(start + length - 4) != length) {
                throw new IOException("block at " + start + " ends with another length");
            }
            blocks.add(type);
            if (type == 6) {
                frames.add(frame(bytes, start, length));
            }
            bytes.position(start + length);
        }
        return new Capture(frames, blocks);
    }

    private static Frame frame(ByteBuffer bytes, int start, int length) {
        int captured = bytes.getInt(start + 20);
        int flags = 0;
        long dropped = 0;
        String comment = "";
        for (int at = start + 28 + (captured + 3 & ~3); at < start + length - 4;) {
            int code = bytes.getShort(at);
            int size = bytes.getShort(at + 2);
            switch (code) {
                case 1 -> comment = new String(bytes.array(), at + 4, size, StandardCharsets.UTF_8);
                case 2 -> flags = bytes.getInt(at + 4);
                case 4 -> dropped = bytes.getLong(at + 4);
                default -> { }
            }
            at += 4 + (size + 3 & ~3);
        }
        return new Frame(bytes.getLong(start + 12), flags, captured, bytes.getInt(start + 24), comment, dropped);
    }

    List<Long> times() {
        return frames.stream().map(Frame::time).toList();
    }
}
