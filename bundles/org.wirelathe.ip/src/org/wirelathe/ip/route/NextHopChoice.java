package org.wirelathe.ip.route;

/**
 * One of several next hops for a flow: hash-threshold (RFC 2992 §1, and Linux). The numbers that a {@link FlowHash} gives
 * are divided into one region for each next hop, as large as its weight says, in their order. When a next hop leaves,
 * the others' regions grow and shift: a quarter to a half of all flows change their way, the fewer the nearer it was to
 * the middle (RFC 2992), where with modulo-N nearly all of them would.
 */
public final class NextHopChoice {
    private static final int MOST = 256;

    /** The last number, of 31 bits, in the region of each next hop; an empty region ends where the one before it does. */
    private final int[] ends;

    /**
     * Divides the numbers.
     *
     * @param weights of each next hop, 1 to 256; 0 for one that is to take nothing, as long as its link is down
     * @throws IllegalArgumentException when one is out of range
     */
    public NextHopChoice(int... weights) {
        long total = 0;
        for (int weight : weights) {
            if (weight < 0 || weight > MOST) {
                throw new IllegalArgumentException("the weight of a next hop is 0 to " + MOST + ", not " + weight);
            }
            total += weight;
        }
        ends = new int[weights.length];
        long sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            // To the nearest number, as Linux rounds.
            ends[i] = total == 0 ? -1 : (int) (((sum << Integer.SIZE - 1) + total / 2) / total - 1);
        }
    }

    /**
     * Index of the next hop for a flow, or -1 if there is none with a weight.
     *
     * @param hash what the node's {@link FlowHash} says
     */
    public int of(int hash) {
        int number = hash >>> 1;
        for (int i = 0; i < ends.length; i++) {
            if (number <= ends[i]) {
                return i;
            }
        }
        return -1;
    }
}
