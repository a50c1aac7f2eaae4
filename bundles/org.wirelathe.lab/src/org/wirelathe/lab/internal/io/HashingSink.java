package org.wirelathe.lab.internal.io;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.wirelathe.api.app.ByteSink;
import org.wirelathe.lab.internal.io.IoSentences.Doing;

/** Takes an application's bytes to a helper, which hashes them and writes them to a file, if there is one. */
public final class HashingSink implements ByteSink {
    private static final int CHUNK = 64 * 1024;

    private final Outflow flow;
    private final Hash outlet;
    private long size;

    /** @param place the file; {@code null} for none */
    public HashingSink(Workers workers, Path place) {
        outlet = new Hash(place == null ? null : new SavedFile(place));
        flow = new Outflow(workers, outlet, CHUNK);
    }

    @Override
    public void write(byte[] source, int at, int length) {
        flow.write(source, at, length);
        size += length;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public String sha256() {
        flow.close();
        flow.awaitEnd();
        return outlet.text;
    }

    @Override
    public void close() {
        flow.close();
    }

    private static final class Hash implements Outflow.Outlet {
        private final SavedFile file;
        private final MessageDigest digest = Sha256.start();
        private String text = "";

        Hash(SavedFile file) {
            this.file = file;
        }

        @Override
        public void take(byte[] bytes, int length) throws IOException {
            digest.update(bytes, 0, length);
            if (file != null) {
                file.take(bytes, length);
            }
        }

        @Override
        public void end() throws IOException {
            text = Sha256.text(digest);
            if (file != null) {
                file.end();
            }
        }

        @Override
        public void abandon() throws IOException {
            if (file != null) {
                file.abandon();
            }
        }

        @Override
        public Doing doing() {
            return file == null ? new Doing("hash", Path.of("what arrived")) : file.doing();
        }
    }
}
