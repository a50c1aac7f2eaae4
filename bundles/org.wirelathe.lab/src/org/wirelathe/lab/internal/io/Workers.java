package org.wirelathe.lab.internal.io;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A run's helpers: a few threads for everything that the loop must not wait for, and the place where they fail. */
public final class Workers implements AutoCloseable {
    private static final int MOST_THREADS = 3;

    private final ExecutorService threads;
    private final AtomicReference<String> failure = new AtomicReference<>();
    private final Consumer<String> onFailure;

    /**
     * @param name for the threads
     * @param onFailure told once, on some thread, of the first failure: a sentence
     */
    public Workers(String name, Consumer<String> onFailure) {
        this.onFailure = onFailure;
        AtomicInteger number = new AtomicInteger();
        int count = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS);
        threads = Executors.newFixedThreadPool(count, work -> {
            Thread thread = new Thread(work, name + " helper " + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    void execute(Runnable work) {
        threads.execute(work);
    }

    /** Something cannot go on: the run should break off. */
    public void fail(String sentence) {
        if (failure.compareAndSet(null, sentence)) {
            onFailure.accept(sentence);
        }
    }

    /** The first failure's sentence, or {@code null}. */
    public String failure() {
        return failure.get();
    }

    /** Lets the threads end; streams that are still open never finish. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
