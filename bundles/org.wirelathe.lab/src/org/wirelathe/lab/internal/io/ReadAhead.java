package org.wirelathe.lab.internal.io;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import org.wirelathe.api.app.ByteSource;
import org.wirelathe.lab.internal.io.IoSentences.Doing;

/**
 * Bytes for an application, fetched by a helper while the loop uses those before them. The helper also hashes them,
 * once the application has taken them: the hash is that of what was taken.
 */
public final class ReadAhead implements ByteSource {
    private static final int CHUNK = 64 * 1024;
    private static final int MOST_CHUNKS = 3;

    private final Workers workers;
    private final Inlet inlet;
    private final long size;
    private final MessageDigest digest = Sha256.start();
    private final ArrayDeque<Chunk> fetched = new ArrayDeque<>(MOST_CHUNKS);
    private final ArrayDeque<Chunk> used = new ArrayDeque<>(MOST_CHUNKS);
    private final Runnable work = this::work;
    private long toFetch;
    private int made;
    private boolean scheduled;
    private boolean closed;
    private boolean ended;
    private boolean broken;
    private String text;

    // The loop's side.
    private Chunk current;
    private int at;
    private long taken;

    /** Where the bytes come from; its methods are called one at a time, by helpers. */
    public interface Inlet {
        /** Fills the array's first {@code length} bytes with the next ones. */
        void fill(byte[] bytes, int length) throws IOException;

        /** Nobody wants more. */
        void end() throws IOException;

        /** What it does, for the sentence about a failure. */
        Doing doing();
    }

    public ReadAhead(Workers workers, Inlet inlet, long size) {
        this.workers = workers;
        this.inlet = inlet;
        this.size = size;
        this.toFetch = size;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(byte[] target, int at, int length) {
        if (taken == size || closed) {
            return -1;
        }
        if (current == null || this.at == current.length) {
            current = exchange(current);
            this.at = 0;
            if (current == null) {
                return -1; // the source failed, and the run is about to hear of it
            }
        }
        int run = Math.min(length, current.length - this.at);
        System.arraycopy(current.bytes, this.at, target, at, run);
        this.at += run;
        taken += run;
        return run;
    }

    @Override
    public String sha256() {
        close();
        synchronized (this) {
            awaitUntil(true);
        }
        return text;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            if (current != null) {
                current.length = at;
                used.add(current);
                current = null;
            }
            schedule();
        }
    }

    /** Gives back a chunk that was used up and waits for the next. */
    private synchronized Chunk exchange(Chunk done) {
        if (done != null) {
            used.add(done);
        }
        schedule();
        awaitUntil(false);
        return fetched.poll();
    }

    private void awaitUntil(boolean end) {
        boolean interrupted = false;
        while (end ? !ended : fetched.isEmpty() && !broken && !ended) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void schedule() {
        if (!scheduled && !ended) {
            scheduled = true;
            workers.execute(work);
        }
    }

    /** Hashes and fills one chunk, or comes to the end; then it is another stream's turn. */
    private void work() {
        Chunk chunk = next();
        if (chunk != null) {
            digest.update(chunk.bytes, 0, chunk.length);
            fill(chunk);
        } else if (isClosed()) {
            end();
        }
        synchronized (this) {
            scheduled = false;
            if (!ended && (closed || !used.isEmpty() || mayFetch())) {
                schedule();
            }
        }
    }

    private synchronized Chunk next() {
        if (used.isEmpty() && mayFetch()) {
            made++;
            return new Chunk((int) Math.min(CHUNK, size));
        }
        return used.poll();
    }

    /** Whether another chunk is worth making. */
    private boolean mayFetch() {
        return made < MOST_CHUNKS && toFetch > 0 && !closed && !broken;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private void fill(Chunk chunk) {
        int length = wanted(chunk);
        if (length > 0) {
            try {
                inlet.fill(chunk.bytes, length);
                filled(chunk, length);
            } catch (IOException | RuntimeException e) {
                broken(e);
            }
        }
    }

    private synchronized int wanted(Chunk chunk) {
        return broken || closed ? 0 : (int) Math.min(chunk.bytes.length, toFetch);
    }

    private synchronized void filled(Chunk chunk, int length) {
        toFetch -= length;
        chunk.length = length;
        fetched.add(chunk);
        notifyAll();
    }

    private void end() {
        try {
            inlet.end();
        } catch (IOException | RuntimeException e) {
            broken(e);
        }
        synchronized (this) {
            text = Sha256.text(digest);
            ended = true;
            notifyAll();
        }
    }

    private void broken(Exception trouble) {
        workers.fail(IoSentences.cannot(inlet.doing(), trouble));
        synchronized (this) {
            broken = true;
            notifyAll();
        }
    }
}
