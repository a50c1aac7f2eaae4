package org.wirelathe.lab.internal.plugins;

import java.nio.file.Path;
import org.osgi.framework.Version;

/**
 * A jar that was read to its last byte and found to be a bundle.
 *
 * @param file its name in the watched folder
 * @param content a copy that nobody else writes to
 * @param digest SHA-256 of that copy, lower-case hexadecimal
 * @param symbolicName of the bundle
 * @param version of the bundle
 */
record PluginJar(String file, Path content, String digest, String symbolicName, Version version) {
    /** For people: {@code org.example.cc.fixed 1.0.0}. */
    String label() {
        return symbolicName + ' ' + version;
    }
}
