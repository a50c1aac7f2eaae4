package org.wirelathe.ip;

import java.util.Arrays;

/** What was found for IPv4 destinations asked for lately, so that a flow's packets cost one comparison. */
final class RouteCache {
    private static final int SIZE = 64;

    private final int[] destinations = new int[SIZE];
    private final Route[] routes = new Route[SIZE];
    private final boolean[] known = new boolean[SIZE];
    private int generation;

    /** Whether it is known what leads to that destination; {@code now} is the routes' generation. */
    boolean has(int destination, int now) {
        int i = slot(destination);
        return generation == now && known[i] && destinations[i] == destination;
    }

    /** What was found, {@code null} for nothing. */
    Route get(int destination) {
        return routes[slot(destination)];
    }

    void put(int destination, int now, Route route) {
        if (generation != now) {
            Arrays.fill(known, false);
            generation = now;
        }
        int i = slot(destination);
        destinations[i] = destination;
        routes[i] = route;
        known[i] = true;
    }

    private static int slot(int destination) {
        int hash = destination * 0x9E3779B9;
        return hash >>> 26;
    }
}
