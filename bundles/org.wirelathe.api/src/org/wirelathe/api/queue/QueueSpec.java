package org.wirelathe.api.queue;

/**
 * How a queue is sized.
 *
 * @param place the interface's name, for counters and random streams
 * @param limitPackets most frames waiting, ring included
 */
public record QueueSpec(String place, int limitPackets) {
}
