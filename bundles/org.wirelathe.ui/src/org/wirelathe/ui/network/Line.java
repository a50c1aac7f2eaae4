package org.wirelathe.ui.network;

import java.util.List;
import java.util.Locale;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

/**
 * One line of a table, or several that belong together.
 *
 * @param key what tells it from the others of its table
 * @param rows the cells of each line
 * @param order for each column a text that it is sorted by
 * @param state what has changed when it is another one; what only grows old is not part of it
 * @param about what it means, in a sentence or two
 * @param text how the tools of iproute2 write it
 * @param trouble whether something is wrong there
 */
public record Line(String key, List<List<String>> rows, List<String> order, String state, String about, String text,
        boolean trouble) {
    /** Sorts as a number, 0 and above. */
    static String order(long number) {
        return String.format(Locale.ROOT, "%019d", number);
    }

    /** Sorts by family, then by address. */
    static String order(IpAddress address) {
        return (address.isV4() ? "4" : "6") + String.format(Locale.ROOT, "%016x%016x", address.high(), address.low());
    }

    /** Sorts by family, address, then length. */
    static String order(IpPrefix prefix) {
        return order(prefix.network()) + String.format(Locale.ROOT, "%03d", prefix.length());
    }
}
