package org.wirelathe.lab.internal.routing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Shortest paths against hand-made answers, and against trying every path. */
class GraphTest {
    private static final long NO_WAY = Graph.UNREACHED;

    private record Edge(int from, int to, int cost) {
    }

    private static boolean[] forwarding(int nodes) {
        boolean[] all = new boolean[nodes];
        Arrays.fill(all, true);
        return all;
    }

    /** Both directions of each, named {@code from-to}. */
    private static Graph<String> graph(boolean[] forwards, int[]... edges) {
        Graph<String> graph = new Graph<>(forwards);
        for (int[] edge : edges) {
            graph.edge(edge[0], edge[1], edge[2], edge[0] + "-" + edge[1]);
            graph.edge(edge[1], edge[0], edge[2], edge[1] + "-" + edge[0]);
        }
        return graph;
    }

    @Test
    void inARingTheShorterSideIsTaken() {
        Graph<String> ring = graph(forwarding(5), new int[] {0, 1, 1}, new int[] {1, 2, 1}, new int[] {2, 3, 1},
                new int[] {3, 4, 1}, new int[] {4, 0, 1});
        long[] distance = ring.distances(List.of(2));
        assertArrayEquals(new long[] {2, 1, 0, 1, 2}, distance);
        assertEquals(List.of("0-1"), ring.steps(0, distance));
        assertEquals(List.of("4-3"), ring.steps(4, distance));
        assertEquals(List.of(), ring.steps(2, distance));
    }

    @Test
    void equallyShortWaysAreAllFirstSteps() {
        Graph<String> square = graph(forwarding(4), new int[] {0, 1, 1}, new int[] {0, 2, 1}, new int[] {1, 3, 1},
                new int[] {2, 3, 1});
        assertEquals(List.of("0-1", "0-2"), square.steps(0, square.distances(List.of(3))));
    }

    @Test
    void costsCountAndNotHops() {
        Graph<String> triangle = graph(forwarding(3), new int[] {0, 2, 5}, new int[] {0, 1, 2}, new int[] {1, 2, 3});
        long[] distance = triangle.distances(List.of(2));
        assertEquals(List.of("0-2", "0-1"), triangle.steps(0, distance), "5 and 2 + 3");
        assertEquals(5, distance[0]);
    }

    @Test
    void anIslandIsNotReached() {
        Graph<String> parts = graph(forwarding(4), new int[] {0, 1, 1}, new int[] {2, 3, 1});
        long[] distance = parts.distances(List.of(3));
        assertArrayEquals(new long[] {NO_WAY, NO_WAY, 1, 0}, distance);
        assertEquals(List.of(), parts.steps(0, distance));
    }

    @Test
    void noWayLeadsThroughAHost() {
        Graph<String> line = graph(new boolean[] {true, false, true}, new int[] {0, 1, 1}, new int[] {1, 2, 1});
        assertArrayEquals(new long[] {NO_WAY, 1, 0}, line.distances(List.of(2)));
        assertArrayEquals(new long[] {NO_WAY, NO_WAY, NO_WAY}, line.distances(List.of(1)), "nor to one's network");
    }

    @Test
    void costsArePositive() {
        Graph<String> graph = new Graph<>(forwarding(2));
        assertThrows(IllegalArgumentException.class, () -> graph.edge(0, 1, 0, ""));
    }

    /** Random graphs, one-way costs, some nodes that do not forward. */
    @Test
    void isWhatTryingEveryPathFinds() {
        Random random = new Random(7);
        int reached = 0;
        int shared = 0;
        for (int round = 0; round < 300; round++) {
            int nodes = 2 + random.nextInt(6);
            boolean[] forwards = new boolean[nodes];
            for (int i = 0; i < nodes; i++) {
                forwards[i] = random.nextInt(5) > 0;
            }
            List<Edge> edges = new ArrayList<>();
            Graph<Edge> graph = new Graph<>(forwards);
            for (int i = 0; i < nodes * 2; i++) {
                Edge edge = new Edge(random.nextInt(nodes), random.nextInt(nodes), 1 + random.nextInt(3));
                if (edge.from != edge.to) {
                    edges.add(edge);
                    graph.edge(edge.from, edge.to, edge.cost, edge);
                }
            }
            int goal = random.nextInt(nodes);
            long[] distance = graph.distances(List.of(goal));
            for (int from = 0; from < nodes; from++) {
                long best = forwards[goal] ? best(edges, forwards, from, goal, new boolean[nodes]) : NO_WAY;
                assertEquals(best, distance[from], "round " + round + " from " + from);
                List<Edge> steps = steps(edges, forwards, from, goal, best, nodes);
                assertEquals(steps, graph.steps(from, distance), "round " + round + " from " + from);
                reached += best != NO_WAY && best > 0 ? 1 : 0;
                shared += steps.size() > 1 ? 1 : 0;
            }
        }
        assertEquals(true, reached > 300 && shared > 30, reached + " ways, " + shared + " shared");
    }

    /** The cheapest path that visits no node twice. */
    private static long best(List<Edge> edges, boolean[] forwards, int from, int goal, boolean[] visited) {
        if (from == goal) {
            return 0;
        }
        visited[from] = true;
        long best = NO_WAY;
        for (Edge edge : edges) {
            if (edge.from == from && forwards[edge.to] && !visited[edge.to]) {
                long rest = best(edges, forwards, edge.to, goal, visited);
                best = rest == NO_WAY ? best : Math.min(best, rest + edge.cost);
            }
        }
        visited[from] = false;
        return best;
    }

    private static List<Edge> steps(List<Edge> edges, boolean[] forwards, int from, int goal, long best, int nodes) {
        List<Edge> steps = new ArrayList<>();
        for (Edge edge : edges) {
            if (best != NO_WAY && best != 0 && edge.from == from && forwards[edge.to]) {
                boolean[] visited = new boolean[nodes];
                visited[from] = true;
                long rest = best(edges, forwards, edge.to, goal, visited);
                if (rest != NO_WAY && rest + edge.cost == best) {
                    steps.add(edge);
                }
            }
        }
        return steps;
    }
}
