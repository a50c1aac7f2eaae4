package org.wirelathe.lab.internal.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.wirelathe.lab.internal.io.IoSentences.Doing;

/**
 * A file that is written beside its place and takes it when it is whole, so that nobody ever meets half a file. Opened
 * by its first bytes, or by its end when it has none.
 */
public final class SavedFile implements Outflow.Outlet {
    private final Path place;
    private final Path beside;
    private FileChannel channel;

    public SavedFile(Path place) {
        this.place = place;
        this.beside = besides(place);
    }

    /** Where a file is written before it takes its {@code place}. */
    public static Path besides(Path place) {
        return place.resolveSibling("." + place.getFileName() + ".part");
    }

    /** Puts the file written at {@link #besides} in its place. */
    public static void settle(Path place) throws IOException {
        Files.move(besides(place), place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void take(byte[] bytes, int length) throws IOException {
        open();
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    @Override
    public void end() throws IOException {
        open();
        channel.close();
        settle(place);
    }

    @Override
    public void abandon() throws IOException {
        if (channel != null) {
            channel.close();
            Files.deleteIfExists(beside);
        }
    }

    private void open() throws IOException {
        if (channel == null) {
            Files.createDirectories(place.toAbsolutePath().getParent());
            channel = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING);
        }
    }

    @Override
    public Doing doing() {
        return new Doing("write", place);
    }
}
