package org.wirelathe.lab.internal.io;

/** A piece of a stream, passed from thread to thread: who holds it owns it. */
final class Chunk {
    final byte[] bytes;
    /** Bytes in use, from the beginning. */
    int length;

    Chunk(int capacity) {
        bytes = new byte[capacity];
    }
}
