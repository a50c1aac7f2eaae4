package org.wirelathe.api.app;

/** Bytes to send, read ahead on another thread; the caller stays on the loop. */
public interface ByteSource extends AutoCloseable {
    /** How many bytes there are in all. */
    long size();

    /** Copies the next bytes, up to {@code length}; returns how many, -1 at the end. */
    int read(byte[] target, int at, int length);

    /** SHA-256 over all bytes, lower-case hexadecimal; may be asked when the run is over. */
    String sha256();

    @Override
    void close();
}
