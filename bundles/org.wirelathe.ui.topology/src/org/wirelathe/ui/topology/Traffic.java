package org.wirelathe.ui.topology;

import java.util.Arrays;
import java.util.List;
import org.wirelathe.model.edit.EditTarget;

/**
 * What is on the move in a running lab at one moment: packets on their cables, how full the queues are, where packets
 * were dropped or lost a moment ago. One object is filled again for each frame, so that a frame costs no memory.
 */
public final class Traffic {
    /** What a packet carries. */
    public enum Kind {
        DATA,
        ACK,
        OTHER
    }

    private final List<EditTarget.OfLink> links;
    private final float[] queues;
    private final float[] drops;
    private final float[] losses;
    private int[] places = new int[256];
    private float[] ways = new float[256];
    private byte[] kinds = new byte[256];
    private int size;

    /** @param links the cables of the lab that runs, in its order: later ones are named by their place in it */
    public Traffic(List<EditTarget.OfLink> links) {
        this.links = List.copyOf(links);
        this.queues = new float[2 * links.size()];
        this.drops = new float[2 * links.size()];
        this.losses = new float[links.size()];
    }

    public List<EditTarget.OfLink> links() {
        return links;
    }

    /** Starts a new frame. */
    public void clear() {
        size = 0;
        Arrays.fill(queues, 0);
        Arrays.fill(drops, 0);
        Arrays.fill(losses, 0);
    }

    /**
     * A packet on a cable.
     *
     * @param link place of the cable
     * @param fromA true when it goes from the cable's a to its b
     * @param way how much of the way it has made, 0 to 1
     */
    public void packet(int link, boolean fromA, float way, Kind kind) {
        if (size == places.length) {
            places = Arrays.copyOf(places, 2 * size);
            ways = Arrays.copyOf(ways, 2 * size);
            kinds = Arrays.copyOf(kinds, 2 * size);
        }
        places[size] = end(link, fromA);
        ways[size] = way;
        kinds[size++] = (byte) kind.ordinal();
    }

    /** How full the queue is that feeds the cable at one end, 0 to 1. */
    public void queue(int link, boolean atA, float full) {
        queues[end(link, atA)] = full;
    }

    /** Something was dropped at that end; {@code strength} fades from 1 to 0. */
    public void drop(int link, boolean atA, float strength) {
        drops[end(link, atA)] = strength;
    }

    /** The cable lost something on the way; {@code strength} fades from 1 to 0. */
    public void loss(int link, float strength) {
        losses[link] = strength;
    }

    /** Packets in this frame. */
    public int size() {
        return size;
    }

    /** Place of the cable of packet {@code i}. */
    public int link(int i) {
        return places[i] >> 1;
    }

    public boolean fromA(int i) {
        return (places[i] & 1) == 0;
    }

    public float way(int i) {
        return ways[i];
    }

    public int kind(int i) {
        return kinds[i];
    }

    public float queue(int link, boolean atA) {
        return queues[end(link, atA)];
    }

    public float drop(int link, boolean atA) {
        return drops[end(link, atA)];
    }

    public float loss(int link) {
        return losses[link];
    }

    private static int end(int link, boolean a) {
        return link << 1 | (a ? 0 : 1);
    }
}
