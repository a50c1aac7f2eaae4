package org.wirelathe.model;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the project outside of this bundle. Tests run in the bundle's folder. */
public final class Repository {
    private Repository() {}

    public static Path file(String name) {
        Path here = Path.of("").toAbsolutePath();
        while (here != null && !Files.isDirectory(here.resolve("bundles/org.wirelathe.model"))) {
            here = here.getParent();
        }
        if (here == null) {
            throw new AssertionError("the tests do not run inside of the project");
        }
        return here.resolve(name);
    }
}
