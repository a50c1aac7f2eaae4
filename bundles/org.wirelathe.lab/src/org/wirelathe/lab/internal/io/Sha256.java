package org.wirelathe.lab.internal.io;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4), which every Java runtime has. */
public final class Sha256 {
    private Sha256() {
    }

    public static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends a digest: 64 lower-case hexadecimal digits. */
    public static String text(MessageDigest digest) {
        return text(digest.digest());
    }

    /** A finished digest in hexadecimal. */
    public static String text(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }
}
