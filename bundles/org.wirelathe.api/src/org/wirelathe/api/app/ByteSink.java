package org.wirelathe.api.app;

/** Takes bytes and writes and hashes them on another thread. */
public interface ByteSink extends AutoCloseable {
    /** Takes {@code length} bytes; the array is the caller's again at once. */
    void write(byte[] source, int at, int length);

    /** How many bytes it has taken. */
    long size();

    /** SHA-256 over all bytes, lower-case hexadecimal; may be asked after {@link #close}. */
    String sha256();

    @Override
    void close();
}
