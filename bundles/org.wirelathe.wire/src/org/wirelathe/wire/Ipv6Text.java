package org.wirelathe.wire;

/** IPv6 addresses as text: every form of RFC 4291 §2.2 is read, the one of RFC 5952 is written. */
final class Ipv6Text {
    private static final int GROUPS = 8;

    private Ipv6Text() {
    }

    static IpAddress parse(String text) {
        String head = text;
        int quad = 0;
        boolean hasQuad = text.indexOf('.') >= 0;
        if (hasQuad) { // x:x:x:x:x:x:d.d.d.d
            int colon = text.lastIndexOf(':');
            try {
                quad = Ipv4.parse(text.substring(colon + 1));
            } catch (IllegalArgumentException e) {
                throw malformed(text);
            }
            head = text.substring(0, colon + 1) + Integer.toHexString(quad >>> 16) + ':'
                    + Integer.toHexString(quad & 0xFFFF);
        }
        int gap = head.indexOf("::");
        if (gap < 0) {
            int[] groups = groups(head, text);
            return address(groups, groups.length == GROUPS ? GROUPS : fail(text), new int[0]);
        }
        if (head.indexOf("::", gap + 1) >= 0) {
            throw malformed(text);
        }
        int[] before = groups(head.substring(0, gap), text);
        int[] after = groups(head.substring(gap + 2), text);
        if (before.length + after.length >= GROUPS) { // RFC 4291 §2.2: :: stands for one group or more
            throw malformed(text);
        }
        return address(before, before.length, after);
    }

    private static int[] groups(String text, String whole) {
        if (text.isEmpty()) {
            return new int[0];
        }
        String[] parts = text.split(":", -1);
        if (parts.length > GROUPS) {
            throw malformed(whole);
        }
        int[] groups = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            groups[i] = group(parts[i], whole);
        }
        return groups;
    }

    private static int group(String text, String whole) {
        if (text.isEmpty() || text.length() > 4) {
            throw malformed(whole);
        }
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw malformed(whole);
            }
            value = value << 4 | digit;
        }
        return value;
    }

    /** The address whose first groups are {@code before} and whose last are {@code after}; zeros between them. */
    private static IpAddress address(int[] before, int count, int[] after) {
        long[] halves = new long[2];
        for (int i = 0; i < count; i++) {
            halves[i / 4] |= (long) before[i] << 48 - 16 * (i % 4);
        }
        for (int i = 0; i < after.length; i++) {
            int place = GROUPS - after.length + i;
            halves[place / 4] |= (long) after[i] << 48 - 16 * (place % 4);
        }
        return new IpAddress(halves[0], halves[1]);
    }

    private static int fail(String text) {
        throw malformed(text);
    }

    private static IllegalArgumentException malformed(String text) {
        return new IllegalArgumentException("'" + text + "' is not an IPv6 address; write up to eight groups of hex"
                + " digits, with one :: for a run of zeros, as in 2001:db8::1");
    }

    /** RFC 5952 §4: lower case, no leading zeros, :: for the first of the longest runs of two or more zero groups. */
    static String format(long high, long low) {
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = (int) ((i < 4 ? high : low) >>> 48 - 16 * (i % 4)) & 0xFFFF;
        }
        int gap = -1;
        int longest = 1;
        for (int i = 0; i < GROUPS; i++) {
            int run = 0;
            while (i + run < GROUPS && groups[i + run] == 0) {
                run++;
            }
            if (run > longest) {
                longest = run;
                gap = i;
            }
            i += run;
        }
        StringBuilder text = new StringBuilder(39);
        for (int i = 0; i < GROUPS; i++) {
            if (i == gap) {
                text.append("::");
                i += longest - 1;
            } else {
                if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
                    text.append(':');
                }
                text.append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }
}
