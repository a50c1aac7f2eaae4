package org.wirelathe.api.nic;

import java.util.List;
import java.util.Map;

import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.queue.Setting;

/** Service: a driver. */
public interface NicDriver {
    /** Name in lab files, e.g. {@code ring}. */
    String name();

    /** What can be set on it. */
    default List<Setting> settings() {
        return List.of();
    }

    /** Whether it works from the content of a file. */
    default boolean wantsFile() {
        return false;
    }

    /**
     * The driver as the lab file sets it. The service itself is the driver with every setting at its default.
     *
     * @param values values of {@link #settings} by name; one that is missing has its default
     * @param file content of the file, empty when the lab file names none; owned by the driver from now on
     * @throws IllegalArgumentException with a sentence for the user, when the content is not what it should be
     */
    default NicDriver configured(Map<String, Long> values, byte[] file) {
        return this;
    }

    /**
     * Takes over a card.
     *
     * @param place the interface's name for counters
     */
    NetDevice attach(Nic nic, NodeContext node, String place);
}
