package org.wirelathe.lab.internal.plugins;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Says when to look at a folder: once at first, then after each change, when it has been quiet for a moment. What
 * changed is not asked: signals are merged and lost, the folder itself is the truth.
 */
final class FolderWatch implements AutoCloseable {
    /** After so many signals without a quiet moment it is looked at all the same. */
    private static final int RESTLESS = 200;

    private final Path folder;
    private final Duration quiet;
    private final Runnable look;
    private final Consumer<String> trouble;
    private final WatchService service;
    private final Thread thread;

    /**
     * Begins to watch; the folder is made when it is missing.
     *
     * @param quiet how long nothing must change before it is looked at
     * @param look called on the watch's thread
     * @param trouble gets a sentence when the folder cannot be watched any more
     * @throws IOException when the folder can be neither found nor made, or not be watched
     */
    FolderWatch(Path folder, Duration quiet, Runnable look, Consumer<String> trouble) throws IOException {
        this.folder = folder;
        this.quiet = quiet;
        this.look = look;
        this.trouble = trouble;
        Files.createDirectories(folder);
        service = folder.getFileSystem().newWatchService();
        try {
            register();
        } catch (IOException unwatchable) {
            service.close();
            throw unwatchable;
        }
        thread = Thread.ofPlatform().daemon().name("wirelathe drop-ins").start(this::run);
    }

    private WatchKey register() throws IOException {
        return folder.register(service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY,
                StandardWatchEventKinds.ENTRY_DELETE);
    }

    private void run() {
        try {
            look.run();
            while (true) {
                awaitChange();
                look.run();
            }
        } catch (InterruptedException | ClosedWatchServiceException closed) {
            // That is how it ends.
        } catch (IOException unwatchable) {
            trouble.accept("The folder " + folder + " is gone and cannot be made again (" + Sentences.of(unwatchable)
                    + "): plug-ins are not watched any more.");
        }
    }

    /** Returns when something changed and then nothing for a moment; a folder that was removed is made anew. */
    private void awaitChange() throws InterruptedException, IOException {
        WatchKey key = service.take();
        for (int signals = 0; key != null && signals < RESTLESS; signals++) {
            key.pollEvents();
            if (!key.reset()) {
                Files.createDirectories(folder);
                register();
            }
            key = service.poll(quiet.toMillis(), TimeUnit.MILLISECONDS);
        }
        if (key != null) {
            key.pollEvents();
            key.reset();
        }
    }

    /** Ends the watch and waits for its thread, within {@code limit}. */
    void close(Duration limit) throws InterruptedException {
        close();
        thread.interrupt();
        thread.join(limit);
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException unclosed) {
            // Nothing depends on it: the thread is interrupted as well.
        }
    }
}
