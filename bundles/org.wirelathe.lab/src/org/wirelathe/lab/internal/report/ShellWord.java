package org.wirelathe.lab.internal.report;

/** A word of a command line, as a shell has to be given it. */
final class ShellWord {
    private ShellWord() {
    }

    static String of(String word) {
        boolean plain = !word.isEmpty() && !word.startsWith("-");
        for (int i = 0; plain && i < word.length(); i++) {
            char c = word.charAt(i);
            plain = c < 0x80 && Character.isLetterOrDigit(c) || "-._/+:,@%".indexOf(c) >= 0;
        }
        if (plain) {
            return word;
        }
        return "'" + (word.startsWith("-") ? "./" : "") + word.replace("'", "'\\''") + "'";
    }
}
