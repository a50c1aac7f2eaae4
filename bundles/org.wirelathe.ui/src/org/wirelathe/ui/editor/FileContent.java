package org.wirelathe.ui.editor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A file as it was read or written last.
 *
 * @param text what it says
 * @param charset how it says it: UTF-8, or Latin-1 for bytes that are no UTF-8, so that they survive being saved
 * @param mark whether it begins with a byte order mark
 * @param modified the time that the file carried then
 * @param size bytes
 */
record FileContent(String text, Charset charset, boolean mark, FileTime modified, long size) {
    private static final char MARK = '\uFEFF';

    /** What a file is that has never been saved. */
    static FileContent unsaved() {
        return new FileContent("", StandardCharsets.UTF_8, false, FileTime.fromMillis(0), -1);
    }

    static FileContent read(Path file) throws IOException {
        FileTime modified = Files.getLastModifiedTime(file);
        byte[] bytes = Files.readAllBytes(file);
        Charset charset = StandardCharsets.UTF_8;
        String text;
        try {
            text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notUtf8) {
            charset = StandardCharsets.ISO_8859_1;
            text = new String(bytes, charset);
        }
        boolean mark = !text.isEmpty() && text.charAt(0) == MARK;
        return new FileContent(mark ? text.substring(1) : text, charset, mark, modified, bytes.length);
    }

    /** Writes other text the same way: to a file beside it first, so that a full disk costs nothing that was there. */
    FileContent write(Path file, String newText) throws IOException {
        Charset writable = charset.newEncoder().canEncode(newText) ? charset : StandardCharsets.UTF_8;
        byte[] bytes = (mark ? MARK + newText : newText).getBytes(writable);
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path beside = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".tmp");
        try {
            Files.write(beside, bytes);
            keepPermissions(target, beside);
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
        return new FileContent(newText, writable, mark, Files.getLastModifiedTime(target), bytes.length);
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        boolean posix = Files.getFileStore(to).supportsFileAttributeView("posix");
        if (posix && Files.exists(from)) {
            Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
        } else if (posix) {
            Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    /** True when somebody else has written the file since. */
    boolean isOlderThan(Path file) {
        try {
            return size >= 0
                    && Files.exists(file)
                    && (Files.size(file) != size || !Files.getLastModifiedTime(file).equals(modified));
        } catch (IOException unreadable) {
            return false;
        }
    }
}
