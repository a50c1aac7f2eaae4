package org.wirelathe.lab.internal.io;

import java.io.IOException;
import java.util.ArrayDeque;
import org.wirelathe.lab.internal.io.IoSentences.Doing;

/**
 * A stream from the loop to a helper. The loop copies into a chunk; full chunks go to the helper one after the other and
 * come back empty. When all are under way the loop waits, so a slow disk slows the run down and nothing else.
 */
public final class Outflow {
    private static final int MOST_CHUNKS = 4;
    /** A loop that had to wait goes on with so many empty chunks: it is woken for a stretch, not for every chunk. */
    private static final int STRETCH = 3;

    private final Workers workers;
    private final Outlet outlet;
    private final int chunkSize;
    private final ArrayDeque<Chunk> full = new ArrayDeque<>(MOST_CHUNKS);
    private final ArrayDeque<Chunk> empty = new ArrayDeque<>(MOST_CHUNKS);
    private final Runnable work = this::work;
    private int made;
    private boolean waiting;
    private boolean scheduled;
    private boolean closed;
    private boolean ended;
    private boolean broken;
    private Chunk current;

    /** Where the bytes end up; its methods are called one at a time, by helpers. */
    public interface Outlet {
        /** The next bytes; the array is not the outlet's to keep. */
        void take(byte[] bytes, int length) throws IOException;

        /** No more bytes will come. */
        void end() throws IOException;

        /** It failed before, and no more bytes will come: lets go of everything. */
        void abandon() throws IOException;

        /** What it does, for the sentence about a failure: {@code write out/received.bin}. */
        Doing doing();
    }

    /** @param chunkSize bytes in a chunk; what is reserved at once must fit into one */
    public Outflow(Workers workers, Outlet outlet, int chunkSize) {
        this.workers = workers;
        this.outlet = outlet;
        this.chunkSize = chunkSize;
    }

    /** Makes all chunks now: for a stream that will need them, so that the loop does not have to. */
    public Outflow filled() {
        for (; made < MOST_CHUNKS; made++) {
            empty.push(new Chunk(chunkSize));
        }
        return this;
    }

    /** Makes sure that {@code length} bytes fit into {@link #buffer} behind {@link #position}. */
    public void reserve(int length) {
        if (current == null) {
            current = nextChunk();
        } else if (length > chunkSize - current.length) {
            handOver();
            current = nextChunk();
        }
    }

    /** The chunk being filled; after {@link #reserve} only. */
    public byte[] buffer() {
        return current.bytes;
    }

    /** Where its free part begins. */
    public int position() {
        return current.length;
    }

    /** Says that the buffer is filled up to {@code position}. */
    public void advance(int position) {
        current.length = position;
    }

    /** Appends bytes, over as many chunks as it takes. */
    public void write(byte[] source, int at, int length) {
        int from = at;
        int left = length;
        while (left > 0) {
            reserve(1);
            int run = Math.min(left, chunkSize - current.length);
            System.arraycopy(source, from, current.bytes, current.length, run);
            current.length += run;
            from += run;
            left -= run;
        }
    }

    /** Hands over what there is; nothing may follow. */
    public synchronized void close() {
        if (!closed) {
            if (current != null) {
                handOver();
            }
            closed = true;
            schedule();
        }
    }

    /** Waits until everything has arrived, after {@link #close}. */
    public synchronized void awaitEnd() {
        boolean interrupted = false;
        while (!ended) {
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

    private synchronized void handOver() {
        full.add(current);
        current = null;
        schedule();
    }

    private void schedule() {
        if (!scheduled) {
            scheduled = true;
            workers.execute(work);
        }
    }

    private synchronized Chunk nextChunk() {
        if (empty.isEmpty() && made < MOST_CHUNKS) {
            made++;
            return new Chunk(chunkSize);
        }
        if (empty.isEmpty()) {
            awaitStretch();
        }
        return empty.pop();
    }

    private void awaitStretch() {
        boolean interrupted = false;
        waiting = true;
        while (empty.size() < STRETCH) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        waiting = false;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** One chunk, or the end; then it is another stream's turn. */
    private void work() {
        Chunk chunk = nextFull();
        if (chunk != null) {
            if (!broken) {
                pass(chunk);
            }
            giveBack(chunk);
        } else {
            end();
        }
        synchronized (this) {
            scheduled = false;
            if (!full.isEmpty() || closed && !ended) {
                schedule();
            }
        }
    }

    private synchronized Chunk nextFull() {
        return full.poll();
    }

    private synchronized void giveBack(Chunk chunk) {
        chunk.length = 0;
        empty.push(chunk);
        if (waiting && empty.size() == STRETCH) {
            notifyAll();
        }
    }

    private void pass(Chunk chunk) {
        try {
            outlet.take(chunk.bytes, chunk.length);
        } catch (IOException | RuntimeException e) {
            failed(e);
        }
    }

    private void end() {
        try {
            if (broken) {
                outlet.abandon();
            } else {
                outlet.end();
            }
        } catch (IOException | RuntimeException e) {
            failed(e);
        }
        synchronized (this) {
            ended = true;
            notifyAll();
        }
    }

    private void failed(Exception trouble) {
        broken = true;
        workers.fail(IoSentences.cannot(outlet.doing(), trouble));
    }
}
