package org.wirelathe.lab.internal.io;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.wirelathe.lab.internal.io.IoSentences.Doing;

/** The bytes of a file. */
public final class FileInlet implements ReadAhead.Inlet {
    private final Path file;
    private final FileChannel channel;

    /** @throws IOException when it cannot be opened for reading */
    public FileInlet(Path file) throws IOException {
        this.file = file;
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
    }

    /** Bytes in the file now. */
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public void fill(byte[] bytes, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException("the file became shorter while the lab was running");
            }
        }
    }

    @Override
    public void end() throws IOException {
        channel.close();
    }

    @Override
    public Doing doing() {
        return new Doing("read", file);
    }
}
