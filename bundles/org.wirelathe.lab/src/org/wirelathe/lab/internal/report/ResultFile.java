package org.wirelathe.lab.internal.report;

import java.nio.charset.StandardCharsets;

/**
 * A file beside the page.
 *
 * @param name from the page, with {@code /} between folders
 * @param size in bytes
 */
public record ResultFile(String name, long size) {
    private static final String HEX = "0123456789ABCDEF";

    /** A reference to it (RFC 3986): relative, whatever the name looks like. */
    String reference() {
        StringBuilder reference = new StringBuilder("./");
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            if (b > ' ' && (Character.isLetterOrDigit(b) || "-._~/".indexOf(b) >= 0)) {
                reference.append((char) b);
            } else {
                reference.append('%').append(HEX.charAt(b >> 4 & 15)).append(HEX.charAt(b & 15));
            }
        }
        return reference.toString();
    }

    /** What it is for. */
    String meaning() {
        return switch (name) {
            case "result.json" -> "the numbers of this page and more, for programs";
            case "series.csv" -> "every sample of every curve";
            case "journal.jsonl" -> "what happened, one event to a line";
            default -> name.endsWith(".pcapng") ? "captured frames, for Wireshark" : "saved by an application";
        };
    }
}
