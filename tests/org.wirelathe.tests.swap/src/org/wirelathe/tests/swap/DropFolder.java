package org.wirelathe.tests.swap;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.LogListener;
import org.osgi.service.log.LogReaderService;
import org.wirelathe.lab.PluginEvent;
import org.wirelathe.lab.PluginListener;

/** The watched folder of the framework under test, as a user has it: files go in and out, and news come back. */
final class DropFolder implements AutoCloseable {
    private static final long PATIENCE = 60;
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final BundleContext context = FrameworkUtil.getBundle(DropFolder.class).getBundleContext();
    private final String prefix = NUMBERS.incrementAndGet() + "-";
    private final Path folder = Path.of(System.getProperty("wirelathe.dropins"));
    private final BlockingQueue<PluginEvent> events = new LinkedBlockingQueue<>();
    private final List<PluginEvent> unread = new ArrayList<>();
    private final List<LogEntry> errors = new CopyOnWriteArrayList<>();
    private final TreeSet<String> used = new TreeSet<>();
    private final LogListener log = this::logged;
    private final LogReaderService logReader;
    private final ServiceRegistration<PluginListener> listening;

    DropFolder() {
        logReader = service(LogReaderService.class);
        logReader.addLogListener(log);
        listening = context.registerService(PluginListener.class, events::add, null);
    }

    private void logged(LogEntry entry) {
        if (entry.getLogLevel() == LogLevel.ERROR) {
            errors.add(entry);
        }
    }

    /** A service that must be there. */
    <S> S service(Class<S> type) {
        ServiceReference<S> reference = context.getServiceReference(type);
        assertNotNull(reference, "no " + type.getSimpleName() + " in the framework");
        return context.getService(reference);
    }

    /** Where a file is; files of one test have nothing to do with those of another. */
    Path path(String file) {
        return folder.resolve(file.startsWith(".") ? '.' + prefix + file.substring(1) : prefix + file);
    }

    /** Drops a jar as one should: written beside, then renamed; answers what is said of it. */
    PluginEvent drop(String file, byte[] content) throws IOException, InterruptedException {
        put(file, content);
        return next(file);
    }

    /** Drops a jar and does not wait. */
    void put(String file, byte[] content) throws IOException {
        used.add(file);
        Files.createDirectories(folder);
        Files.write(path(file + ".part"), content);
        Files.move(path(file + ".part"), path(file), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Takes a jar away; answers what is said of it. */
    PluginEvent remove(String file) throws IOException, InterruptedException {
        delete(file);
        return next(file);
    }

    void delete(String file) throws IOException {
        Files.delete(path(file));
    }

    /** The next event about a file, or an algorithm; what is said of others in the meantime is kept. */
    PluginEvent next(String subject) throws InterruptedException {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);;) {
            for (PluginEvent event : unread) {
                if (event.subject().equals(subject) || event.subject().equals(prefix + subject)) {
                    unread.remove(event);
                    return new PluginEvent(event.kind(), subject, event.message().replace(prefix, ""));
                }
            }
            PluginEvent event = events.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (event == null) {
                return fail("nothing was said of " + subject + " within " + PATIENCE + " s, but " + unread);
            }
            unread.add(event);
        }
    }

    /** The bundle of that symbolic name, or {@code null}. */
    Bundle bundle(String symbolicName) {
        return Arrays.stream(context.getBundles()).filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
                .findFirst().orElse(null);
    }

    BundleContext context() {
        return context;
    }

    /** Bundles that were removed and could not go; a plug-in that exports nothing never becomes one. */
    Collection<Bundle> removalPending() {
        return context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class)
                .getRemovalPendingBundles();
    }

    /** Errors in the log since this was made; asking forgets them. */
    List<String> errors() {
        List<String> texts = errors.stream().map(LogEntry::getMessage).toList();
        errors.clear();
        return texts;
    }

    /** Leaves the folder as it was found. */
    @Override
    public void close() throws IOException, InterruptedException {
        for (String file : used) {
            if (Files.deleteIfExists(path(file))) {
                long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
                while (isInstalled(file)) {
                    assertTrue(System.nanoTime() < end, file + " was not removed");
                    Thread.yield();
                }
            }
        }
        listening.unregister();
        logReader.removeLogListener(log);
    }

    private boolean isInstalled(String file) {
        String location = "dropin:" + prefix + file + '#';
        return Arrays.stream(context.getBundles()).anyMatch(bundle -> bundle.getLocation().startsWith(location));
    }
}
