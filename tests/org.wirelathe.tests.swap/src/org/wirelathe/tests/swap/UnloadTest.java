package org.wirelathe.tests.swap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.osgi.framework.wiring.BundleWiring;
import org.wirelathe.lab.Labs;

/** H2 in small: what was replaced is gone from memory, while the connections that used it live on. */
class UnloadTest {
    private static final int SWAPS = 25;

    private final ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
    private final Set<Reference<ClassLoader>> loaders = new HashSet<>();

    @Test
    void replacedVersionsAreCollected() throws Exception {
        try (DropFolder folder = new DropFolder();
                Transfer transfer = new Transfer(folder.service(Labs.class), "reno", 8 * 1024)) {
            transfer.until(90);
            for (int swap = 0; swap < SWAPS; swap++) {
                String version = "1.0." + swap;
                folder.drop("a.jar", new PluginFile("org.example.portion", version, "portion", 30 + swap).bytes());
                transfer.swap("portion");
                transfer.until(100 + 10L * swap);
                assertEquals((30 + swap) * 1_460L, transfer.window());
                watch(folder);
            }
            assertEquals(SWAPS, loaders.size());
            collect(1);
            folder.remove("a.jar");
            transfer.until(100 + 10L * SWAPS);
            collect(0);
            transfer.finish();
            assertEquals(List.of(), List.copyOf(folder.removalPending()));
            assertEquals(List.of(), folder.errors(), "errors in the log");
        }
    }

    private void watch(DropFolder folder) {
        loaders.add(new PhantomReference<>(
                folder.bundle("org.example.portion").adapt(BundleWiring.class).getClassLoader(), collected));
    }

    /** Collects until no more than {@code alive} loaders are left, ten times at most. */
    private void collect(int alive) throws InterruptedException {
        for (int attempt = 0; attempt < 10 && loaders.size() > alive; attempt++) {
            System.gc();
            for (Reference<?> gone = collected.remove(1_000); gone != null; gone = collected.poll()) {
                loaders.remove(gone);
            }
        }
        assertTrue(loaders.size() <= alive, loaders.size() + " class loaders are alive, expected at most " + alive);
    }
}
