package org.wirelathe.ui.view;

import java.util.Optional;
import java.util.function.Function;
import org.wirelathe.model.Quantity;
import org.wirelathe.model.QuantityException;

/** What is wrong with a value, before it reaches the lab file. An empty value stands for the default. */
final class PropertyChecks {
    private PropertyChecks() {
    }

    static Function<String, Optional<String>> quantity(Quantity quantity, long least, long most) {
        return optional(text -> {
            try {
                long value = quantity.parse(text);
                if (value < least || value > most) {
                    return Optional.of("Write a " + quantity.word() + " from " + quantity.format(least)
                            + (most == Long.MAX_VALUE ? " on." : " to " + quantity.format(most) + "."));
                }
                return Optional.empty();
            } catch (QuantityException wrong) {
                return Optional.of(sentence(wrong.getMessage()));
            }
        });
    }

    static Function<String, Optional<String>> number(long least, long most) {
        return optional(text -> {
            try {
                long value = Long.parseLong(text);
                return value >= least && value <= most ? Optional.empty() : Optional.of(range(least, most));
            } catch (NumberFormatException wrong) {
                return Optional.of(range(least, most));
            }
        });
    }

    static Function<String, Optional<String>> powerOfTwo(int least, int most) {
        Function<String, Optional<String>> number = number(least, most);
        return optional(text -> number.apply(text).isEmpty() && Long.bitCount(Long.parseLong(text)) == 1
                ? Optional.empty() : Optional.of("Write a power of two from " + least + " to " + most + "."));
    }

    private static String range(long least, long most) {
        return "Write a whole number from " + least + (most == Long.MAX_VALUE ? " on." : " to " + most + ".");
    }

    /** A queue holds a number of packets or of bytes. */
    static Function<String, Optional<String>> queueLimit() {
        Function<String, Optional<String>> packets = quantity(Quantity.PACKETS, 1, 1L << 40);
        Function<String, Optional<String>> bytes = quantity(Quantity.SIZE, 1, 1L << 40);
        return text -> packets.apply(text).isEmpty() || bytes.apply(text).isEmpty()
                ? Optional.empty()
                : Optional.of("Write a number of packets like `100 packets`, or a size like `64 KiB`.");
    }

    static Function<String, Optional<String>> notEmpty(String word) {
        return text -> text.isBlank() ? Optional.of("Write " + word + ".") : Optional.empty();
    }

    static Function<String, Optional<String>> anything() {
        return text -> Optional.empty();
    }

    private static Function<String, Optional<String>> optional(Function<String, Optional<String>> check) {
        return text -> text.isBlank() ? Optional.empty() : check.apply(text.strip());
    }

    static String sentence(String message) {
        String whole = Character.toUpperCase(message.charAt(0)) + message.substring(1);
        return whole.endsWith(".") ? whole : whole + ".";
    }
}
