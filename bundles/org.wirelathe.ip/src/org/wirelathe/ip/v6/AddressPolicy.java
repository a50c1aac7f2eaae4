package org.wirelathe.ip.v6;

import java.util.List;

import org.wirelathe.wire.IpPrefix;

/** The default policy table (RFC 6724 §2.1): precedence and label of an address, by its longest prefix in the table. */
final class AddressPolicy {
    private record Line(IpPrefix prefix, int precedence, int label) {
        Line(String prefix, int precedence, int label) {
            this(IpPrefix.parse(prefix), precedence, label);
        }
    }

    /** The longest prefix first. IPv4 addresses are mapped ones, ::ffff:0:0/96. */
    private static final List<Line> TABLE = List.of(
            new Line("::1/128", 50, 0),
            new Line("0.0.0.0/0", 35, 4),
            new Line("::/96", 1, 3),
            new Line("2001::/32", 5, 5),
            new Line("2002::/16", 30, 2),
            new Line("3ffe::/16", 1, 12),
            new Line("fec0::/10", 1, 11),
            new Line("fc00::/7", 3, 13),
            new Line("::/0", 40, 1));

    private AddressPolicy() {
    }

    static int precedence(long high, long low) {
        return line(high, low).precedence;
    }

    static int label(long high, long low) {
        return line(high, low).label;
    }

    private static Line line(long high, long low) {
        int i = 0;
        while (!TABLE.get(i).prefix.contains(high, low)) {
            i++;
        }
        return TABLE.get(i);
    }
}
