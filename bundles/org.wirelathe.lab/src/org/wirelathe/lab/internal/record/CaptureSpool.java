package org.wirelathe.lab.internal.record;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.wirelathe.lab.internal.io.IoSentences.Doing;
import org.wirelathe.lab.internal.io.Outflow;
import org.wirelathe.lab.internal.io.SavedFile;

/**
 * Keeps the blocks of a capture until it is over, then writes them in order of time. Of a ring it keeps two segments,
 * each as large as the ring: when one is full, the older one gives way; no more than twice the ring lies on the disk.
 */
final class CaptureSpool implements Outflow.Outlet {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final int ENHANCED_PACKET = 6;
    private static final int BLOCK_LENGTH = 4;
    private static final int BLOCK_TIME = 12;
    private static final int BUFFER = 256 * 1024;

    private final Path place;
    private final byte[] head;
    private final long ring;
    private final FileChannel[] segments = new FileChannel[2];
    private int current;

    /**
     * @param head section header and interface description
     * @param ring most bytes of packet blocks; 0 for no limit
     */
    CaptureSpool(Path place, byte[] head, long ring) {
        this.place = place;
        this.head = head;
        this.ring = ring;
    }

    private Path segment(int number) {
        return place.resolveSibling("." + place.getFileName() + "." + number + ".part");
    }

    @Override
    public void take(byte[] bytes, int length) throws IOException {
        if (ring > 0 && segments[current] != null && segments[current].size() + length > ring) {
            current = 1 - current;
            if (segments[current] != null) {
                segments[current].truncate(0);
            }
        }
        FileChannel channel = open(current);
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private FileChannel open(int number) throws IOException {
        if (segments[number] == null) {
            Files.createDirectories(place.toAbsolutePath().getParent());
            segments[number] = FileChannel.open(segment(number), StandardOpenOption.CREATE, StandardOpenOption.READ,
                    StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        }
        return segments[number];
    }

    @Override
    public void end() throws IOException {
        try (Arena arena = Arena.ofConfined();
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(SavedFile.besides(place)), BUFFER)) {
            MemorySegment[] parts = {map(1 - current, arena), map(current, arena)};
            BlockIndex index = new BlockIndex();
            int[] tail = {0};
            for (int part = 0; part < parts.length; part++) {
                scan(parts[part], part, index, tail);
            }
            int from = ring == 0 ? 0 : index.newest(ring);
            out.write(head);
            byte[] block = new byte[BUFFER];
            for (int i : index.inOrder(from)) {
                copy(parts[index.part(i)], index.at(i), index.length(i), block, out);
            }
            MemorySegment last = parts[1];
            copy(last, last.byteSize() - tail[0], tail[0], block, out);
        }
        SavedFile.settle(place);
        letGo();
    }

    private MemorySegment map(int number, Arena arena) throws IOException {
        FileChannel channel = segments[number];
        return channel == null || channel.size() == 0 ? MemorySegment.NULL
                : channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
    }

    /** Enters the packets; what is no packet stands at the very end, {@code tail[0]} bytes long. */
    private static void scan(MemorySegment part, int number, BlockIndex index, int[] tail) {
        int length;
        for (long at = 0; at < part.byteSize(); at += length) {
            length = part.get(INT, at + BLOCK_LENGTH);
            if (part.get(INT, at) == ENHANCED_PACKET) {
                index.add(part.get(LONG, at + BLOCK_TIME), number, at, length);
            } else {
                tail[0] = length;
            }
        }
    }

    private static void copy(MemorySegment from, long at, int length, byte[] buffer, OutputStream out)
            throws IOException {
        MemorySegment.copy(from, ValueLayout.JAVA_BYTE, at, buffer, 0, length);
        out.write(buffer, 0, length);
    }

    @Override
    public void abandon() throws IOException {
        Files.deleteIfExists(SavedFile.besides(place));
        letGo();
    }

    private void letGo() throws IOException {
        for (int i = 0; i < segments.length; i++) {
            if (segments[i] != null) {
                segments[i].close();
                Files.deleteIfExists(segment(i));
            }
        }
    }

    @Override
    public Doing doing() {
        return new Doing("write", place);
    }
}
