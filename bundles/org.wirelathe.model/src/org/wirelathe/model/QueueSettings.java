package org.wirelathe.model;

import java.util.List;
import java.util.Map;

/** What can be set on the queues that come with the lab, beside their limit. */
public final class QueueSettings {
    /** By the discipline's name. */
    public static final Map<String, List<AppSchema.Parameter>> BUILT_IN = Map.of("fifo", List.of());

    private QueueSettings() {}
}
