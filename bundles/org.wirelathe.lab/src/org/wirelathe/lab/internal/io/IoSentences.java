package org.wirelathe.lab.internal.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;

/** What went wrong with a file, for people. */
public final class IoSentences {
    private IoSentences() {
    }

    /** What was being done: {@code write} to {@code out/received.bin}. */
    public record Doing(String verb, Path file) {
        @Override
        public String toString() {
            return verb + " " + file;
        }
    }

    /** {@code cannot write out/received.bin: no space left on device}. */
    public static String cannot(Doing doing, Exception trouble) {
        return "cannot " + doing + ": " + reason(trouble);
    }

    /** The reason alone, without the file's name. */
    public static String reason(Exception trouble) {
        return switch (trouble) {
            case AccessDeniedException e -> "permission denied";
            case NoSuchFileException e -> "no such file or folder";
            case FileAlreadyExistsException e -> "a file of that name is in the way";
            case NotDirectoryException e -> "it is not a folder";
            case DirectoryNotEmptyException e -> "a folder of that name is in the way";
            case FileSystemException e when e.getReason() != null -> lowerFirst(e.getReason());
            case IOException e when e.getMessage() != null -> lowerFirst(e.getMessage());
            default -> trouble.toString();
        };
    }

    private static String lowerFirst(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
