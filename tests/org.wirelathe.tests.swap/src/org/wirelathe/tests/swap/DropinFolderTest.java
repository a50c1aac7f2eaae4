package org.wirelathe.tests.swap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.congestion.Lease;
import org.wirelathe.lab.PluginEvent.Kind;
import org.wirelathe.lab.internal.plugins.PluginRegistry;

/** Jars that come, change and go in the watched folder of a running product. */
class DropinFolderTest {
    private final DropFolder folder = new DropFolder();
    private final PluginRegistry registry = folder.service(PluginRegistry.class);

    @AfterEach
    void nothingIsLeft() throws Exception {
        folder.close();
        assertEquals(List.of(),
                registry.available().stream().filter(one -> one.bundle().startsWith("org.example.")).toList());
        assertEquals(Set.of(), Set.copyOf(folder.removalPending()));
        assertEquals(List.of(), folder.errors(), "errors in the log");
    }

    private static byte[] portion(String version, int segments) {
        return new PluginFile("org.example.portion", version, "portion", segments).bytes();
    }

    @Test
    void aDroppedJarIsSelectableUntilItIsRemovedAndAgainWhenItIsBack() throws Exception {
        try (IdleRun run = new IdleRun(registry, "portion")) {
            var came = folder.drop("a.jar", portion("1.0.0", 4));
            assertEquals(Kind.INSTALLED, came.kind());
            assertEquals("a.jar brings org.example.portion 1.0.0: congestion portion.", came.message());
            assertTrue(registry.available().contains(
                    new PluginRegistry.Available("portion", "org.example.portion", "1.0.0")));
            var went = folder.remove("a.jar");
            assertEquals(Kind.REMOVED, went.kind());
            assertEquals("a.jar is gone: org.example.portion 1.0.0 is removed, and connections that used it go on"
                    + " without it.", went.message());
            assertNull(folder.bundle("org.example.portion"));
            folder.drop("a.jar", portion("1.0.0", 4));
            assertEquals(List.of(4L, 0L, 4L), run.windows());
            assertEquals(List.of("plugin portion: org.example.portion 1.0.0 arrived",
                    "plugin portion: org.example.portion 1.0.0 left",
                    "plugin portion: org.example.portion 1.0.0 arrived"), run.journal());
        }
    }

    /** A connection goes from the old version to the new one, and is never at home in between. */
    @Test
    void aReplacedJarHandsOver() throws Exception {
        folder.drop("a.jar", portion("1.0.0", 4));
        try (IdleRun run = new IdleRun(registry, "portion")) {
            Lease old = run.lease();
            var newer = folder.drop("a.jar", portion("1.1.0", 5));
            assertEquals(Kind.UPDATED, newer.kind());
            assertEquals("a.jar replaces org.example.portion 1.0.0 by 1.1.0: congestion portion.", newer.message());
            assertEquals(List.of(5L), run.windows());
            assertFalse(old.enter());
            assertEquals("a.jar replaces org.example.portion 1.1.0 by 1.0.0: congestion portion.",
                    folder.drop("a.jar", portion("1.0.0", 6)).message());
        }
    }

    /** Whoever works on an algorithm does not think of the version with each build. */
    @Test
    void aRebuiltJarOfTheSameVersionHandsOver() throws Exception {
        folder.drop("a.jar", portion("1.0.0", 4));
        try (IdleRun run = new IdleRun(registry, "portion")) {
            assertEquals("a.jar replaces org.example.portion 1.0.0 by 1.0.0: congestion portion.",
                    folder.drop("a.jar", portion("1.0.0", 7)).message());
            assertEquals(List.of(7L), run.windows());
        }
    }

    @Test
    void aFileThatSaysTheSameIsNoNews() throws Exception {
        folder.drop("a.jar", portion("1.0.0", 4));
        long bundle = folder.bundle("org.example.portion").getBundleId();
        folder.put("a.jar", portion("1.0.0", 4));
        assertEquals("b.jar brings org.example.other 1.0.0: congestion other.",
                folder.drop("b.jar", new PluginFile("org.example.other", "1.0.0", "other", 3).bytes()).message());
        assertEquals(bundle, folder.bundle("org.example.portion").getBundleId());
        // Under another name it is the same plug-in: nobody is to move.
        Files.move(folder.path("a.jar"), folder.path("c.jar"));
        folder.remove("b.jar");
        assertEquals(bundle, folder.bundle("org.example.portion").getBundleId());
        assertEquals("c.jar is gone: org.example.portion 1.0.0 is removed, and connections that used it go on without"
                + " it.", folder.remove("c.jar").message());
    }

    @Test
    void ofTwoVersionsTheNewestIsUsedAndTheOtherWhenItGoes() throws Exception {
        try (IdleRun run = new IdleRun(registry, "portion")) {
            folder.drop("new.jar", portion("2.0.0", 9));
            var old = folder.drop("old.jar", portion("1.0.0", 4));
            assertEquals(Kind.REFUSED, old.kind());
            assertEquals("old.jar is not used: new.jar has org.example.portion 2.0.0, which is newer; remove one of the"
                    + " two.", old.message());
            folder.delete("new.jar");
            assertEquals("old.jar replaces org.example.portion 2.0.0 by 1.0.0: congestion portion.",
                    folder.next("old.jar").message());
            assertEquals(List.of(9L, 4L), run.windows());
        }
    }

    @Test
    void whatIsNotWholeLeavesTheOldOneWorking() throws Exception {
        folder.drop("a.jar", portion("1.0.0", 4));
        try (IdleRun run = new IdleRun(registry, "portion")) {
            byte[] whole = portion("1.1.0", 5);
            var half = folder.drop("a.jar", Arrays.copyOf(whole, whole.length / 2));
            assertEquals(Kind.REFUSED, half.kind());
            assertTrue(half.message().startsWith("a.jar is not used: it is not a whole jar (") && half.message()
                    .endsWith("it is looked at again as soon as it changes. org.example.portion 1.0.0 goes on"
                            + " working."),
                    half.message());
            assertEquals(List.of(), run.windows());
            assertEquals("1.0.0", folder.bundle("org.example.portion").getVersion().toString());
            assertEquals(Kind.UPDATED, folder.drop("a.jar", whole).kind());
            assertEquals(List.of(5L), run.windows());
            folder.drop("a.jar", new byte[0]);
            assertEquals(Kind.REMOVED, folder.remove("a.jar").kind());
        }
    }

    @Test
    void whatMustNotBeLookedAtIsNot() throws Exception {
        byte[] jar = portion("1.0.0", 4);
        Files.createDirectories(folder.path("sub.jar"));
        for (String name : List.of("a.jar.part", ".a.jar", "a.jar~", "a.zip", "sub.jar/a.jar")) {
            Files.write(folder.path(name), jar);
        }
        folder.drop("z.jar", new PluginFile("org.example.other", "1.0.0", "other", 3).bytes());
        assertNull(folder.bundle("org.example.portion"));
        for (String name : List.of("a.jar.part", ".a.jar", "a.jar~", "a.zip", "sub.jar/a.jar", "sub.jar")) {
            Files.delete(folder.path(name));
        }
    }

    @Test
    void aNameOfTheProductIsTaken() throws Exception {
        assertNotNull(folder.bundle("org.wirelathe.lab"));
        assertEquals("a.jar is not used: Wirelathe itself has a bundle named org.wirelathe.lab: give it a"
                + " Bundle-SymbolicName of its own.",
                folder.drop("a.jar", new PluginFile("org.wirelathe.lab", "9.0.0", "portion", 4).bytes()).message());
    }

    /** A retired version is not tried again, but its successor is a new chance. */
    @Test
    void aRetiredPluginComesBackWithItsNextVersion() throws Exception {
        folder.drop("a.jar", portion("1.0.0", 4));
        try (IdleRun run = new IdleRun(registry, "portion"); IdleRun other = new IdleRun(registry, "portion")) {
            run.lease().retire("alice:49152>10.0.2.1:5001", "answered a window of 0 bytes");
            assertEquals("Congestion plug-in portion (org.example.portion 1.0.0) is retired: on"
                    + " alice:49152>10.0.2.1:5001 it answered a window of 0 bytes; its connections go on without it.",
                    folder.next("portion").message());
            folder.drop("a.jar", portion("1.0.1", 5));
            assertEquals(List.of(0L, 5L), run.windows().stream().distinct().toList());
            assertEquals(List.of(0L, 5L), other.windows().stream().distinct().toList());
        }
    }
}
