package org.wirelathe.cli.internal.shell;

import org.wirelathe.cli.internal.UsageException;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

/** Which family of addresses is meant. */
enum Family {
    /** Nobody said. */
    ANY,
    V4,
    V6;

    static Family of(String option) throws UsageException {
        return switch (option) {
            case "-4" -> V4;
            case "-6" -> V6;
            default -> throw new UsageException("there is no option " + option + "; there are -4 and -6");
        };
    }

    boolean takes(IpAddress address) {
        return this == ANY || address.isV4() == (this == V4);
    }

    /** The one that is meant where both at once cannot be. */
    Family or(Family other) {
        return this == ANY ? other : this;
    }

    /** @throws UsageException with a sentence, when it is no address */
    static IpAddress address(String text) throws UsageException {
        try {
            return IpAddress.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    /** Reads a prefix, or {@code default}. */
    IpPrefix prefix(String text) throws UsageException {
        if (text.equals("default")) {
            return this == V6 ? IpPrefix.DEFAULT_V6 : IpPrefix.DEFAULT_V4;
        }
        try {
            return IpPrefix.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }
}
