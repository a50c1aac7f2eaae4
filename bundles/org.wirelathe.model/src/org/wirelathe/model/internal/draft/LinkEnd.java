package org.wirelathe.model.internal.draft;

import java.util.Optional;

/** An end of a cable, named by its node alone or by its interface too. */
public record LinkEnd(String node, Optional<String> iface) {
    @Override
    public String toString() {
        return node + iface.map(i -> ":" + i).orElse("");
    }
}
