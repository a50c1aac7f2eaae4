package org.wirelathe.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;

/** What was opened and typed last. */
public final class Recent {
    private static final int MOST = 8;
    private static final String KEY = "recent";
    private static final String PAUSES = "pauses";

    private Recent() {
    }

    private static IEclipsePreferences preferences() {
        return InstanceScope.INSTANCE.getNode("org.wirelathe.ui");
    }

    /** The latest first; only those that still exist. */
    public static List<Path> files() {
        return preferences().get(KEY, "").lines().map(Path::of).filter(Files::isReadable).toList();
    }

    /** What runs were to stand still for, the latest first. */
    public static List<String> pauses() {
        return preferences().get(PAUSES, "").lines().toList();
    }

    /** Notes what a run was to stand still for. */
    public static void addPause(String text) {
        List<String> all = new ArrayList<>(pauses());
        all.remove(text);
        all.addFirst(text);
        keep(PAUSES, all);
    }

    /** Notes that a file was opened. */
    public static void add(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        List<Path> all = new ArrayList<>(files());
        all.remove(whole);
        all.addFirst(whole);
        keep(KEY, all.stream().map(Path::toString).toList());
    }

    private static void keep(String key, List<String> all) {
        preferences().put(key, String.join("\n", all.stream().limit(MOST).toList()));
        try {
            preferences().flush();
        } catch (BackingStoreException notKept) {
            // The list is a convenience: without a place to keep it, it lasts as long as the workbench.
        }
    }
}
