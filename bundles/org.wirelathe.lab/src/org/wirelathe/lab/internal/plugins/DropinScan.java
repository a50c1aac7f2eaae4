package org.wirelathe.lab.internal.plugins;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.wirelathe.lab.PluginEvent;

/**
 * Makes the framework hold what the folder holds. Each look compares the two as a whole, so it does not matter which
 * signals of the file system came, were merged, or were lost.
 */
final class DropinScan {
    private static final Comparator<Seen> NEWEST_FIRST =
            Comparator.comparing((Seen seen) -> seen.jar.version()).reversed();

    private final Path folder;
    private final Path staging;
    private final DropinInstaller installer;
    private final PluginNews news;
    /** By file name. */
    private final Map<String, Seen> files = new TreeMap<>();
    /** By symbolic name. */
    private final Map<String, Installed> installed = new TreeMap<>();

    /** @param staging an empty folder of our own */
    DropinScan(Path folder, Path staging, DropinInstaller installer, PluginNews news) {
        this.folder = folder;
        this.staging = staging;
        this.installer = installer;
        this.news = news;
    }

    /** Looks once. */
    void look() {
        readFolder();
        TreeSet<String> names = new TreeSet<>();
        files.values().forEach(seen -> {
            if (seen.jar != null) {
                names.add(seen.jar.symbolicName());
            }
        });
        names.forEach(this::bringBest);
        // Only now, so that connections go straight over when a jar brings the same algorithm under another name.
        new TreeMap<>(installed).forEach(this::removeUnlessKept);
        tidy();
    }

    private void readFolder() {
        TreeMap<String, Path> present = new TreeMap<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, DropinScan::isOurs)) {
            entries.forEach(entry -> present.put(entry.getFileName().toString(), entry));
        } catch (IOException | DirectoryIteratorException unreadable) {
            // The folder itself is gone, and all that was in it: the watch says so.
        }
        files.keySet().retainAll(present.keySet());
        present.forEach(this::readFile);
    }

    /**
     * Whoever copies a jar slowly gives it another name until it is whole: what does not end in .jar is not looked at.
     */
    private static boolean isOurs(Path entry) {
        String name = entry.getFileName().toString();
        return !name.startsWith(".") && name.toLowerCase(Locale.ROOT).endsWith(".jar") && Files.isRegularFile(entry);
    }

    private void readFile(String name, Path file) {
        Seen before = files.get(name);
        try {
            StagedFile staged = StagedFile.of(file, staging);
            if (before == null || !staged.digest().equals(before.digest)) {
                Seen now = new Seen(name, staged.digest());
                files.put(name, now);
                inspect(now, staged);
            }
        } catch (NoSuchFileException gone) {
            files.remove(name);
        } catch (IOException unreadable) {
            Seen now = new Seen(name, "");
            files.put(name, now);
            refuse(now, "it cannot be read: " + Sentences.of(unreadable), before == null ? null : before.problem);
        }
    }

    private void inspect(Seen seen, StagedFile staged) throws IOException {
        try {
            PluginJar jar = JarInspector.inspect(seen.file, staged.path(), staged.digest());
            if (installer.isTaken(jar.symbolicName())) {
                throw new RefusedException("Wirelathe itself has a bundle named " + jar.symbolicName()
                        + ": give it a Bundle-SymbolicName of its own");
            }
            seen.jar = jar;
        } catch (RefusedException refused) {
            refuse(seen, refused.getMessage(), null);
        }
    }

    /** A bundle stays as long as its name is in the folder, or its file is there but of no use. */
    private void removeUnlessKept(String symbolicName, Installed there) {
        boolean named = files.values().stream().anyMatch(seen -> seen.offers(symbolicName));
        Seen own = files.get(there.jar.file());
        if (named || own != null && own.problem != null) {
            return;
        }
        installer.remove(there.bundle);
        installed.remove(symbolicName);
        news.publish(PluginEvent.Kind.REMOVED, there.jar.file(), there.jar.file() + " is gone: " + there.jar.label()
                + " is removed, and connections that used it go on without it.");
    }

    /** Of several jars with one symbolic name the newest that works is used; of equal ones the first by file name. */
    private void bringBest(String symbolicName) {
        List<Seen> candidates = files.values().stream().filter(seen -> seen.offers(symbolicName)).sorted(NEWEST_FIRST)
                .toList();
        Seen best = null;
        for (Seen candidate : candidates) {
            if (best != null) {
                standBack(candidate, best);
            } else if (isThere(candidate) || bring(candidate)) {
                best = candidate;
            }
        }
    }

    private boolean isThere(Seen candidate) {
        Installed there = installed.get(candidate.jar.symbolicName());
        if (there == null || !there.jar.digest().equals(candidate.digest)) {
            return false;
        }
        installed.put(candidate.jar.symbolicName(), new Installed(candidate.jar, there.bundle));
        return true;
    }

    private boolean bring(Seen candidate) {
        PluginJar jar = candidate.jar;
        Installed old = installed.get(jar.symbolicName());
        try {
            Bundle bundle = installer.bring(jar);
            installed.put(jar.symbolicName(), new Installed(jar, bundle));
            candidate.said = null;
            String brings = ": " + describe(bundle);
            if (old == null) {
                news.publish(PluginEvent.Kind.INSTALLED, jar.file(), jar.file() + " brings " + jar.label() + brings);
            } else {
                installer.remove(old.bundle);
                news.publish(PluginEvent.Kind.UPDATED, jar.file(),
                        jar.file() + " replaces " + old.jar.label() + " by " + jar.version() + brings);
            }
            return true;
        } catch (RefusedException refused) {
            refuse(candidate, refused.getMessage(), null);
        } catch (IOException unreadable) {
            refuse(candidate, "its copy cannot be read: " + Sentences.of(unreadable), null);
        }
        return false;
    }

    /** Drops the copies of what is no longer in the folder. */
    private void tidy() {
        Set<String> wanted = files.values().stream().map(seen -> seen.digest + ".jar").collect(Collectors.toSet());
        try (DirectoryStream<Path> copies =
                Files.newDirectoryStream(staging, copy -> !wanted.contains(copy.getFileName().toString()))) {
            for (Path copy : copies) {
                Files.delete(copy);
            }
        } catch (IOException | DirectoryIteratorException undeleted) {
            // A copy too many does no harm, and goes at the next start.
        }
    }

    private String describe(Bundle bundle) {
        String algorithms = installer.algorithms(bundle);
        return algorithms.isEmpty() ? "no congestion algorithm, but other services." : "congestion " + algorithms + '.';
    }

    private void standBack(Seen candidate, Seen best) {
        String sentence = candidate.file + " is not used: " + best.file + " has " + best.jar.label()
                + (best.jar.version().equals(candidate.jar.version()) ? " too" : ", which is newer")
                + "; remove one of the two.";
        if (!sentence.equals(candidate.said)) {
            candidate.said = sentence;
            news.publish(PluginEvent.Kind.REFUSED, candidate.file, sentence);
        }
    }

    /** Says why a file is of no use, unless that was said of it before; what came out of it earlier stays. */
    private void refuse(Seen seen, String reason, String saidBefore) {
        seen.problem = reason;
        seen.jar = null;
        if (reason.equals(saidBefore)) {
            return;
        }
        StringBuilder sentence = new StringBuilder(seen.file).append(" is not used: ").append(reason).append('.');
        for (Installed there : installed.values()) {
            if (there.jar.file().equals(seen.file)) {
                sentence.append(' ').append(there.jar.label()).append(" goes on working.");
            }
        }
        news.publish(PluginEvent.Kind.REFUSED, seen.file, sentence.toString());
    }

    /** A file as it was when it was last looked at: either a jar, or a problem. */
    private static final class Seen {
        private final String file;
        private final String digest;
        private PluginJar jar;
        private String problem;
        private String said;

        Seen(String file, String digest) {
            this.file = file;
            this.digest = digest;
        }

        boolean offers(String symbolicName) {
            return jar != null && jar.symbolicName().equals(symbolicName);
        }
    }

    private record Installed(PluginJar jar, Bundle bundle) {
    }
}
