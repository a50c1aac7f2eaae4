package org.wirelathe.ui.editor;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says what the system means. */
public final class Sentences {
    private Sentences() {
    }

    /** The same with a large first letter. */
    public static String capital(String sentence) {
        return sentence.isEmpty() ? sentence : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    /** A sentence about a file that could not be read or written. */
    public static String of(IOException trouble) {
        return switch (trouble) {
            case NoSuchFileException e -> e.getFile() + " does not exist.";
            case AccessDeniedException e -> "there is no permission for " + e.getFile() + ".";
            case FileSystemException e when e.getReason() != null -> e.getFile() + ": " + e.getReason() + ".";
            default -> trouble.getMessage() + ".";
        };
    }
}
