package org.wirelathe.lab.internal.plugins;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.bundle.CollisionHook;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.wirelathe.lab.Dropins;

/**
 * Watches the folder into which plug-ins are dropped: that of the property {@value #PROPERTY} (none when it is blank),
 * else {@code dropins} in that of {@value #HOME}. One look after the other, each on a thread that ends with it, so that
 * nothing a plug-in leaves on the thread that started it stays behind.
 */
@Component(immediate = true, service = Dropins.class)
public final class DropinFolder implements Dropins {
    /** Property that names the folder. */
    static final String PROPERTY = "wirelathe.dropins";
    /** Property that names the product's home. */
    static final String HOME = "wirelathe.home";
    private static final Duration QUIET = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final PluginNews news;
    private final CountDownLatch firstLook = new CountDownLatch(1);
    private Path watched;
    private DropinScan scan;
    private FolderWatch watch;
    private ServiceRegistration<CollisionHook> hook;

    /** For the component runtime. */
    @Activate
    public DropinFolder(BundleContext context, @Reference AlgorithmRegistry registry, @Reference PluginNews news,
            @Reference ServiceComponentRuntime components) {
        this.news = news;
        try {
            Path folder = folder(context);
            if (folder == null) {
                news.note("No folder is watched for plug-ins: neither " + PROPERTY + " nor " + HOME + " names one.");
            } else {
                begin(context, folder, new DropinInstaller(context, registry, components));
            }
        } catch (IOException | UncheckedIOException | InvalidPathException unusable) {
            IOException cause = unusable instanceof IOException known ? known : new IOException(unusable.getMessage());
            news.warn("Plug-ins cannot be dropped, the folder cannot be used: " + Sentences.of(cause)
                    + "; make it, or name another one with " + PROPERTY + '.');
        } finally {
            if (watch == null) {
                firstLook.countDown();
            }
        }
    }

    private static Path folder(BundleContext context) {
        String named = context.getProperty(PROPERTY);
        if (named != null) {
            return named.isBlank() ? null : Path.of(named).toAbsolutePath();
        }
        String home = context.getProperty(HOME);
        return home == null || home.isBlank() ? null : Path.of(home, "dropins").toAbsolutePath();
    }

    private void begin(BundleContext context, Path folder, DropinInstaller installer) throws IOException {
        installer.clear();
        scan = new DropinScan(folder, emptyStaging(context), installer, news);
        hook = context.registerService(CollisionHook.class, installer, null);
        watch = new FolderWatch(folder, QUIET, this::look, news::warn);
        watched = folder;
    }

    private static Path emptyStaging(BundleContext context) throws IOException {
        File data = context.getDataFile("dropins");
        if (data == null) {
            return Files.createTempDirectory("wirelathe-dropins");
        }
        Path staging = Files.createDirectories(data.toPath());
        try (Stream<Path> old = Files.list(staging)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        return staging;
    }

    private void look() {
        Thread thread = Thread.ofPlatform().daemon().name("wirelathe plug-in swap").start(this::lookOnce);
        try {
            if (!thread.join(LONG)) {
                news.warn("A plug-in in the watched folder takes more than " + LONG.toSeconds()
                        + " s to start or stop; the folder waits for it.");
                thread.join();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookOnce() {
        try {
            scan.look();
        } catch (IllegalStateException stopped) {
            // The framework is going down under the look; the next session begins with a new one.
        } finally {
            firstLook.countDown();
        }
    }

    @Override
    public Optional<Path> folder() {
        return Optional.ofNullable(watched);
    }

    @Override
    public boolean awaitFirstLook(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        return firstLook.await(limit.toNanos(), TimeUnit.NANOSECONDS) && news.awaitTold(end - System.nanoTime());
    }

    @Deactivate
    void deactivate() throws InterruptedException {
        if (watch != null) {
            watch.close(FAREWELL);
            hook.unregister();
        }
    }
}
