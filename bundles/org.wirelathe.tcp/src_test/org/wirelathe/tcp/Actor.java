package org.wirelathe.tcp;

import org.wirelathe.api.time.RandomStream;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;
import org.wirelathe.api.transport.Connection;
import org.wirelathe.api.transport.ConnectionConfig;
import org.wirelathe.api.transport.ConnectionListener;
import org.wirelathe.api.transport.Failure;
import org.wirelathe.api.transport.StreamBuffer;

/** One end of a connection in the explorer: writes, reads and closes as its seed says, and remembers what it saw. */
final class Actor implements ConnectionListener {
    private static final long PATIENCE = 1_000_000_000_000L;

    final StreamBuffer send;
    final StreamBuffer receive;
    final long toWrite;
    long written;
    long read;
    boolean established;
    boolean sawEnd;
    boolean closed;
    boolean finishing;
    boolean released;
    boolean aborted;
    Failure failure;
    Connection connection;
    private final RandomStream random;
    private final Scheduler scheduler;
    private final Timer timer;
    private final Timer patience;
    private final boolean eager;
    private final long pace;
    private final int chunk;
    private final byte[] scratch = new byte[70_000];

    Actor(Scheduler scheduler, RandomStream random) {
        this.scheduler = scheduler;
        this.random = random;
        this.send = new StreamBuffer(1 + (int) random.below(random.below(2) == 0 ? 3000 : 100_000));
        this.receive = new StreamBuffer(1 + (int) random.below(random.below(2) == 0 ? 3000 : 100_000));
        this.toWrite = random.below(4) == 0 ? random.below(10) : random.below(60_000);
        this.eager = random.below(2) == 0;
        this.pace = 100_000 + random.below(random.below(3) == 0 ? 2_000_000_000L : 20_000_000L);
        this.chunk = 1 + (int) random.below(random.below(4) == 0 ? 20 : 20_000);
        this.timer = scheduler.timer(this::act);
        this.patience = scheduler.timer(this::loseHeart);
    }

    ConnectionConfig config() {
        return new ConnectionConfig(send, receive, random.below(2) == 0 ? "reno" : FlakyProvider.NAME, this);
    }

    void began(Connection begun) {
        connection = begun;
        timer.armAt(scheduler.now() + random.below(pace));
        patience.armAt(scheduler.now() + PATIENCE);
    }

    /** Whether it has been told how its connection ended. */
    boolean knowsTheEnd() {
        return closed || failure != null;
    }

    private boolean isOver() {
        return knowsTheEnd() || released || aborted;
    }

    private void act() {
        if (isOver()) {
            return;
        }
        if (random.below(50) == 0) {
            connection.congestion(random.below(3) == 0 ? "reno" : FlakyProvider.NAME);
        }
        if (established) {
            write();
            readSome();
            closeSome();
        }
        if (!isOver()) {
            timer.armAt(scheduler.now() + 1 + random.below(pace));
        }
    }

    private void write() {
        int want = (int) Math.min(toWrite - written, 1 + random.below(chunk));
        if (!finishing && want > 0) {
            int length = Math.min(want, send.room());
            Pattern.fill(scratch, 0, length, written);
            written += send.append(scratch, 0, length);
            connection.written();
        }
        if (!finishing && written == toWrite && random.below(2) == 0) {
            finishing = true;
            connection.finish();
        }
    }

    private void readSome() {
        int length = receive.take(scratch, 0, 1 + (int) random.below(chunk));
        if (length > 0) {
            Pattern.check(scratch, 0, length, read);
            read += length;
            connection.consumed();
        }
    }

    private void closeSome() {
        long whim = random.below(30_000);
        if (whim == 0) {
            aborted = true;
            connection.abort();
        } else if (whim == 1 || finishing && sawEnd && receive.length() == 0) {
            released = true;
            connection.release();
        }
    }

    /** Nobody waits for ever: whoever is left alone closes in the end, and so finds out. */
    private void loseHeart() {
        if (!isOver()) {
            released = true;
            connection.release();
        }
    }

    private void retire() {
        timer.cancel();
        patience.cancel();
    }

    @Override
    public void established() {
        check(!established, "established twice");
        established = true;
    }

    @Override
    public void received() {
        check(!released && !aborted, "received after release");
        if (eager && random.below(2) == 0) {
            readSome();
        }
    }

    @Override
    public void acknowledged() {
        check(!released && !aborted, "acknowledged after release");
        if (eager && random.below(2) == 0 && written < toWrite) {
            write();
        }
    }

    @Override
    public void finished() {
        check(!sawEnd, "finished twice");
        sawEnd = true;
    }

    @Override
    public void closed() {
        check(!closed && failure == null, "the end came twice");
        while (!released && !aborted && receive.length() > 0) {
            readSome();
        }
        closed = true;
        retire();
    }

    @Override
    public void failed(Failure why) {
        check(!closed && failure == null, "the end came twice");
        failure = why;
        retire();
    }

    private static void check(boolean good, String what) {
        if (!good) {
            throw new AssertionError(what);
        }
    }

    @Override
    public String toString() {
        return "wrote " + written + " of " + toWrite + ", read " + read + (finishing ? ", finishing" : "")
                + (released ? ", released" : "") + (aborted ? ", aborted" : "") + (closed ? ", closed" : "")
                + (failure != null ? ", failed " + failure : "") + ", "
                + (connection == null ? "no connection" : connection.state().toString());
    }
}
