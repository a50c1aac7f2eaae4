package org.wirelathe.lab.internal.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused before the framework sees it. */
class JarInspectorTest {
    private static final String WHOLE = "it is not a whole jar (";
    private static final String LATER = "); when it is still being copied, it is looked at again as soon as it changes";

    @TempDir
    Path folder;

    private PluginJar inspect(byte[] content) throws RefusedException, IOException {
        Path file = folder.resolve("dropped.jar");
        Files.write(file, content);
        return JarInspector.inspect("dropped.jar", file, "d1");
    }

    private String refusal(byte[] content) {
        return assertThrows(RefusedException.class, () -> inspect(content)).getMessage();
    }

    /** A jar with a manifest and one entry that is stored as it is. */
    private static byte[] jar(String... headers) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            line(zip, "Manifest-Version: 1.0");
            for (String header : headers) {
                line(zip, header);
            }
            byte[] body = "AAAAAAAAAAAAAAAA".getBytes(StandardCharsets.US_ASCII);
            ZipEntry stored = new ZipEntry("body");
            stored.setMethod(ZipEntry.STORED);
            stored.setSize(body.length);
            CRC32 sum = new CRC32();
            sum.update(body);
            stored.setCrc(sum.getValue());
            zip.putNextEntry(stored);
            zip.write(body);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return bytes.toByteArray();
    }

    private static void line(OutputStream out, String header) throws IOException {
        out.write((header + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] good() {
        return jar("Bundle-ManifestVersion: 2", "Bundle-SymbolicName: org.example.cc.fixed", "Bundle-Version: 1.2.0");
    }

    @Test
    void aBundleIsLetThrough() throws Exception {
        PluginJar jar = inspect(good());
        assertEquals("org.example.cc.fixed 1.2.0", jar.label());
        assertEquals("dropped.jar", jar.file());
    }

    @Test
    void aMissingVersionIsZero() throws Exception {
        assertEquals("fixed 0.0.0",
                inspect(jar("Bundle-ManifestVersion: 2", "Bundle-SymbolicName: fixed;x=y")).label());
    }

    @Test
    void whatIsNotWhole() {
        byte[] good = good();
        for (int length : new int[] {0, 1, 100, good.length / 2, good.length - 1}) {
            String reason = refusal(Arrays.copyOf(good, length));
            assertTrue(reason.startsWith(WHOLE) && reason.endsWith(LATER), length + " bytes: " + reason);
        }
        String reason = refusal("this is no jar, but long enough to be one".getBytes(StandardCharsets.UTF_8));
        assertTrue(reason.startsWith(WHOLE), reason);
    }

    /** ZipFile alone would let this pass: it never compares what it unpacks with the checksum. */
    @Test
    void aFlippedByteInsideAnEntry() {
        byte[] flipped = good();
        int body = new String(flipped, StandardCharsets.ISO_8859_1).indexOf("AAAAAAAAAAAAAAAA");
        flipped[body + 7] ^= 0x20;
        assertEquals(WHOLE + "body does not match its checksum" + LATER, refusal(flipped));
    }

    @Test
    void whatIsNoBundle() {
        String sentence = "it is not an OSGi bundle: its manifest needs Bundle-ManifestVersion: 2 and a"
                + " Bundle-SymbolicName (PDE and bnd write them)";
        assertEquals(sentence, refusal(jar()));
        assertEquals(sentence, refusal(jar("Bundle-SymbolicName: org.example.cc.fixed")));
        assertEquals(sentence, refusal(jar("Bundle-ManifestVersion: 2")));
    }

    @Test
    void whatCouldNotBeTakenOutAgain() {
        String[] head = {"Bundle-ManifestVersion: 2", "Bundle-SymbolicName: org.example.cc.fixed", ""};
        head[1] = "Bundle-SymbolicName: org.example.cc.fixed; singleton := true";
        head[2] = "Bundle-Version: 1.0.0";
        assertTrue(refusal(head).startsWith("it is a singleton, "));
        head[1] = "Bundle-SymbolicName: org.example.cc.fixed";
        head[2] = "Fragment-Host: org.wirelathe.tcp";
        assertTrue(refusal(head).startsWith("it is a fragment, "));
        head[2] = "Export-Package: org.example.cc";
        assertTrue(refusal(head).startsWith("it exports packages (org.example.cc), "));
        head[2] = "Bundle-Version: next";
        assertEquals("its Bundle-Version is \"next\", it must be like 1.0.0 or 1.0.0.rc1", refusal(head));
    }

    private String refusal(String... headers) {
        return refusal(jar(headers));
    }
}
