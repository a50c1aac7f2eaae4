package org.wirelathe.lab.internal.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.lab.RunResult.Flow;
import org.wirelathe.lab.Series;
import org.wirelathe.lab.Series.Track;

/** The flows that have curves on the page, each with its colour. */
final class DrawnFlows {
    /** As many as there are colours that everybody can tell apart. */
    static final int MOST = 8;

    private final Map<Key, Integer> colours = new LinkedHashMap<>();
    private final List<Flow> flows = new ArrayList<>();
    private final Map<Key, List<Track>> tracks = new HashMap<>();
    private final int left;

    /** A connection that used the ends of an earlier one shares its curves. */
    private record Key(String node, String ends) {
        static Key of(Flow flow) {
            return new Key(flow.node(), flow.report().local() + ">" + flow.report().remote());
        }
    }

    DrawnFlows(List<Flow> flows, Series series) {
        int left = 0;
        for (Flow flow : flows) {
            Key key = Key.of(flow);
            if (colours.containsKey(key)) {
                continue;
            }
            if (colours.size() == MOST) {
                left++;
                continue;
            }
            colours.put(key, colours.size());
            this.flows.add(flow);
        }
        this.left = left;
        for (Track track : series.tracks()) {
            Key key = new Key(track.node(), track.flow());
            if (colours.containsKey(key)) {
                tracks.computeIfAbsent(key, any -> new ArrayList<>()).add(track);
            }
        }
    }

    /** Those with a colour, in the order of the result. */
    List<Flow> flows() {
        return flows;
    }

    /** How many have none. */
    int left() {
        return left;
    }

    /** 0 to {@link #MOST}-1; -1 when it is not drawn. */
    int colour(Flow flow) {
        return colours.getOrDefault(Key.of(flow), -1);
    }

    /** The flow's curves of that name. */
    List<Track> tracks(Flow flow, String name) {
        return tracks.getOrDefault(Key.of(flow), List.of()).stream()
                .filter(track -> track.name().equals(name)).toList();
    }

    /** As people call it: {@code alice:49152 → bob:5001}. */
    static String name(Flow flow) {
        return end(flow.node(), flow.report().local()) + " → " + end(flow.peer(), flow.report().remote());
    }

    private static String end(String node, Endpoint end) {
        return node.isEmpty() ? end.toString() : node + ':' + end.port();
    }
}
