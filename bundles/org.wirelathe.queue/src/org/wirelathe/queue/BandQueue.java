package org.wirelathe.queue;

import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketFifo;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Gauges;
import org.wirelathe.api.queue.PacketQueue;
import org.wirelathe.api.queue.QueueSpec;

/**
 * Bands, each a queue of its own with the whole limit for itself; a band is served when all before it are empty. Counts
 * the frames that waited in each band: {@code band0} and so on.
 */
final class BandQueue implements PacketQueue {
    private final byte[] bandOf;
    private final PacketFifo[] bands;
    private final long[] bytes;
    private final Counter[] queued;
    private final int limitPackets;
    private final long limitBytes;
    private int length;

    /** @param bandOf the band of each priority */
    BandQueue(NodeContext node, QueueSpec spec, int bands, byte[] bandOf) {
        this.bandOf = bandOf;
        this.bands = new PacketFifo[bands];
        bytes = new long[bands];
        queued = new Counter[bands];
        for (int band = 0; band < bands; band++) {
            this.bands[band] = new PacketFifo();
            queued[band] = node.counters().counter(spec.place(), "band" + band);
        }
        limitPackets = spec.limitPackets();
        limitBytes = spec.limitBytes();
    }

    @Override
    public boolean mayBypass(Packet frame, int ahead) {
        return ahead == 0 && length == 0;
    }

    @Override
    public boolean offer(Packet frame, int ahead) {
        int band = bandOf[Priority.of(frame)];
        PacketFifo fifo = bands[band];
        if (fifo.size() >= limitPackets || bytes[band] + frame.length() > limitBytes) {
            return false;
        }
        fifo.add(frame);
        bytes[band] += frame.length();
        queued[band].increment();
        length++;
        return true;
    }

    @Override
    public Packet poll() {
        if (length == 0) {
            return null;
        }
        int band = 0;
        while (bands[band].isEmpty()) {
            band++;
        }
        Packet frame = bands[band].poll();
        bytes[band] -= frame.length();
        length--;
        return frame;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public void gauges(Gauges out) {
        long sum = 0;
        for (long each : bytes) {
            sum += each;
        }
        out.gauge("queueBytes", sum);
    }

    @Override
    public int lookahead() {
        return 1;
    }
}
