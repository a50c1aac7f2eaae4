package org.wirelathe.api.probe;

import org.wirelathe.api.packet.Packet;

/**
 * Hears of every stage of every packet, while somebody listens. A layer asks {@link #on} first, so that a run that
 * nobody traces pays for one read of a field per stage.
 */
public abstract class Probes {
    /** Nobody listens. */
    public static final Probes OFF = new Probes(false) {
        @Override
        public void packet(Stage stage, String node, String place, Packet packet) {
            // Nobody listens.
        }

        @Override
        public void stream(Stage stage, String node, String flow, long from, long to, long packet) {
            // Nobody listens.
        }
    };

    /** Whether anybody listens; it does not change during a run. */
    public final boolean on;

    protected Probes(boolean on) {
        this.on = on;
    }

    /**
     * A packet came to a stage, now. It is the teller's again when this returns.
     *
     * @param place the part of the node: an interface's name, {@code ip}, {@code tcp}; a reason for a drop
     */
    public abstract void packet(Stage stage, String node, String place, Packet packet);

    /**
     * Bytes of a stream came to a stage, now.
     *
     * @param flow {@code local>remote} as in {@code 10.0.1.1:49152>10.0.2.1:5001}, in the direction of the bytes
     * @param from position in the stream of the first byte, from 0
     * @param to position behind the last byte
     * @param packet {@link Packet#id} of the packet that carries them; 0 when there is none at this stage
     */
    public abstract void stream(Stage stage, String node, String flow, long from, long to, long packet);
}
