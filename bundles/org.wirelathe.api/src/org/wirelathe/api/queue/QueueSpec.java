package org.wirelathe.api.queue;

import java.util.Map;

/**
 * How a queue is sized and set.
 *
 * @param place the interface's name, for counters and random streams
 * @param limitPackets most frames waiting, ring included; {@link Integer#MAX_VALUE} when the limit is in bytes
 * @param limitBytes most bytes of frames waiting; {@link Long#MAX_VALUE} when the limit is in packets
 * @param bitsPerSecond the line's rate
 * @param settings values of {@link QueueDiscipline#settings} by name; one that is missing has its default
 */
public record QueueSpec(String place, int limitPackets, long limitBytes, long bitsPerSecond,
        Map<String, Long> settings) {
    public QueueSpec {
        settings = Map.copyOf(settings);
    }

    /** A queue with nothing but a limit in packets. */
    public QueueSpec(String place, int limitPackets) {
        this(place, limitPackets, Long.MAX_VALUE, 1_000_000_000, Map.of());
    }

    /** The value of a setting, or its default. */
    public long value(Setting setting) {
        return settings.getOrDefault(setting.name(), setting.standard());
    }
}
