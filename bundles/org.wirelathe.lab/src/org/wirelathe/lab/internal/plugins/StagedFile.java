package org.wirelathe.lab.internal.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Copies of dropped jars, named by their content: what was inspected is what is installed, whatever happens to the
 * original meanwhile.
 *
 * @param path the copy
 * @param digest SHA-256 of its content, lower-case hexadecimal
 */
record StagedFile(Path path, String digest) {
    /** Copies {@code original} into {@code folder}. */
    static StagedFile of(Path original, Path folder) throws IOException {
        MessageDigest sha = sha256();
        Path part = folder.resolve("staging.part");
        try (InputStream in = new DigestInputStream(Files.newInputStream(original), sha);
                OutputStream out = Files.newOutputStream(part)) {
            in.transferTo(out);
        }
        String digest = HexFormat.of().formatHex(sha.digest());
        Path staged = folder.resolve(digest + ".jar");
        Files.move(part, staged, StandardCopyOption.REPLACE_EXISTING);
        return new StagedFile(staged, digest);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
