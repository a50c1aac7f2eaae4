package org.wirelathe.lab.internal.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Nodes and the ways from each to its neighbours, with costs. Only some nodes pass packets on; the others are where
 * ways begin and end.
 *
 * @param <H> what a way is called by whoever asks
 */
final class Graph<H> {
    /** No way leads there. */
    static final long UNREACHED = Long.MAX_VALUE;

    /** A way to a neighbour. */
    private record Edge<H>(int from, int to, int cost, H hop) {
    }

    /** How far a node is, while the nearest ones are looked for. */
    private record Reached(int node, long distance) {
    }

    private final boolean[] forwards;
    private final List<List<Edge<H>>> out = new ArrayList<>();
    private final List<List<Edge<H>>> in = new ArrayList<>();

    /** @param forwards of each node, whether it passes packets on */
    Graph(boolean[] forwards) {
        this.forwards = forwards.clone();
        for (int i = 0; i < forwards.length; i++) {
            out.add(new ArrayList<>());
            in.add(new ArrayList<>());
        }
    }

    /** Adds a way; of a node's ways those that are added first stand first in answers. */
    void edge(int from, int to, int cost, H hop) {
        if (cost < 1) {
            throw new IllegalArgumentException("a cost is at least 1, not " + cost);
        }
        Edge<H> edge = new Edge<>(from, to, cost, hop);
        out.get(from).add(edge);
        in.get(to).add(edge);
    }

    /**
     * The cost of the cheapest way from each node to the nearest of {@code goals}, by Dijkstra's method; {@link
     * #UNREACHED} without one. Those of the goals that do not forward are no goals: nobody gets anywhere over them.
     */
    long[] distances(Collection<Integer> goals) {
        long[] distance = new long[forwards.length];
        Arrays.fill(distance, UNREACHED);
        PriorityQueue<Reached> nearest =
                new PriorityQueue<>((a, b) -> Long.compare(a.distance, b.distance));
        for (int goal : goals) {
            if (forwards[goal]) {
                distance[goal] = 0;
                nearest.add(new Reached(goal, 0));
            }
        }
        while (!nearest.isEmpty()) {
            Reached here = nearest.poll();
            if (here.distance > distance[here.node] || !forwards[here.node]) {
                continue; // nearer by now, or the end of the way
            }
            for (Edge<H> edge : in.get(here.node)) {
                long further = here.distance + edge.cost;
                if (further < distance[edge.from]) {
                    distance[edge.from] = further;
                    nearest.add(new Reached(edge.from, further));
                }
            }
        }
        return distance;
    }

    /** The first steps of all cheapest ways from a node, by the {@link #distances} to some goals. */
    List<H> steps(int from, long[] distance) {
        List<H> steps = new ArrayList<>();
        for (Edge<H> edge : out.get(from)) {
            boolean leads = forwards[edge.to] && distance[edge.to] != UNREACHED;
            if (leads && distance[edge.to] + edge.cost == distance[from]) {
                steps.add(edge.hop);
            }
        }
        return steps;
    }
}
