package org.wirelathe.lab.internal.plugins;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.stream.Collectors;
import org.osgi.framework.BundleException;

/** What went wrong, as the end of a sentence for people. */
final class Sentences {
    private static final String UNRESOLVED = "Unresolved requirement: ";

    private Sentences() {
    }

    static String of(BundleException failed) {
        String message = failed.getMessage() == null ? "no reason given" : failed.getMessage();
        if (failed.getType() == BundleException.RESOLVE_ERROR) {
            String needs = message.lines().map(String::strip).filter(line -> line.startsWith(UNRESOLVED))
                    .map(line -> line.substring(UNRESOLVED.length())).distinct().collect(Collectors.joining(", "));
            if (!needs.isEmpty()) {
                return "it needs what is not here: " + needs;
            }
        }
        if (failed.getType() == BundleException.ACTIVATOR_ERROR && failed.getCause() != null) {
            return "its activator threw " + Complaint.of(failed.getCause());
        }
        Throwable root = failed;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String first = message.lines().findFirst().orElse(message).strip();
        String what = first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
        return "the framework does not take it: " + what + (root == failed ? "" : " (" + Complaint.of(root) + ')');
    }

    static String of(IOException failed) {
        if (failed instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (failed instanceof FileSystemException known && known.getReason() != null) {
            return known.getReason();
        }
        return failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
    }
}
