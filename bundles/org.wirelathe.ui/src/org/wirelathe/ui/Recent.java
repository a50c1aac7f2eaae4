package org.wirelathe.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;

/** The lab files that were opened last. */
public final class Recent {
    private static final int MOST = 8;
    private static final String KEY = "recent";

    private Recent() {
    }

    private static IEclipsePreferences preferences() {
        return InstanceScope.INSTANCE.getNode("org.wirelathe.ui");
    }

    /** The latest first; only those that still exist. */
    public static List<Path> files() {
        return preferences().get(KEY, "").lines().map(Path::of).filter(Files::isReadable).toList();
    }

    /** Notes that a file was opened. */
    public static void add(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        List<Path> all = new ArrayList<>(files());
        all.remove(whole);
        all.addFirst(whole);
        preferences().put(KEY, String.join("\n", all.stream().limit(MOST).map(Path::toString).toList()));
        try {
            preferences().flush();
        } catch (BackingStoreException notKept) {
            // The list is a convenience: without a place to keep it, it lasts as long as the workbench.
        }
    }
}
