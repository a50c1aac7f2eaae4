package org.wirelathe.lab.internal.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/**
 * Looks at a jar before the framework does: whether it is whole, and whether it is a bundle that can be taken out again
 * without a trace.
 */
final class JarInspector {
    private JarInspector() {
    }

    /**
     * Inspects a jar.
     *
     * @param file its name in the watched folder
     * @param content the copy to read
     * @param digest SHA-256 of the copy
     * @throws RefusedException when it cannot be a plug-in
     */
    static PluginJar inspect(String file, Path content, String digest) throws RefusedException, IOException {
        Attributes headers;
        try (JarFile jar = new JarFile(content.toFile(), false)) {
            readEveryEntry(jar);
            Manifest manifest = jar.getManifest();
            headers = manifest == null ? new Attributes() : manifest.getMainAttributes();
        } catch (ZipException broken) {
            throw new RefusedException("it is not a whole jar (" + broken.getMessage()
                    + "); when it is still being copied, it is looked at again as soon as it changes");
        }
        return inspect(headers, file, content, digest);
    }

    /** ZipFile finds out about truncation, but it does not check what it unpacks. */
    private static void readEveryEntry(JarFile jar) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        CRC32 sum = new CRC32();
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements();) {
            JarEntry entry = entries.nextElement();
            sum.reset();
            try (InputStream in = jar.getInputStream(entry)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    sum.update(buffer, 0, read);
                }
            }
            if (entry.getCrc() != -1 && entry.getCrc() != sum.getValue()) {
                throw new ZipException(entry.getName() + " does not match its checksum");
            }
        }
    }

    private static PluginJar inspect(Attributes headers, String file, Path content, String digest)
            throws RefusedException {
        String name = headers.getValue(Constants.BUNDLE_SYMBOLICNAME);
        if (name == null || !"2".equals(trimmed(headers, Constants.BUNDLE_MANIFESTVERSION))) {
            throw new RefusedException("it is not an OSGi bundle: its manifest needs Bundle-ManifestVersion: 2 and a"
                    + " Bundle-SymbolicName (PDE and bnd write them)");
        }
        if (name.replace(" ", "").toLowerCase(Locale.ROOT).contains(";singleton:=true")) {
            throw new RefusedException("it is a singleton, which cannot stand beside its successor while that is tried:"
                    + " take singleton:=true out of its Bundle-SymbolicName");
        }
        if (headers.getValue(Constants.FRAGMENT_HOST) != null) {
            throw new RefusedException("it is a fragment, which cannot come and go without its host:"
                    + " make it a bundle of its own");
        }
        String exported = trimmed(headers, Constants.EXPORT_PACKAGE);
        if (!exported.isEmpty()) {
            throw new RefusedException("it exports packages (" + exported + "), and whoever imports them would keep it"
                    + " from being removed: a plug-in exports nothing, take Export-Package out of its manifest");
        }
        String version = trimmed(headers, Constants.BUNDLE_VERSION);
        try {
            return new PluginJar(file, content, digest, name.split(";", 2)[0].strip(), Version.parseVersion(version));
        } catch (IllegalArgumentException malformed) {
            throw new RefusedException("its Bundle-Version is \"" + version + "\", it must be like 1.0.0 or 1.0.0.rc1");
        }
    }

    private static String trimmed(Attributes headers, String header) {
        String value = headers.getValue(header);
        return value == null ? "" : value.strip();
    }
}
