package org.wirelathe.lab.internal.record;

import java.util.ArrayList;
import java.util.List;
import org.wirelathe.lab.Series;

/** The curves of a run; filled by the run's thread between events, read by others. */
public final class Curves implements Series {
    private final List<Track> tracks = new ArrayList<>();
    private final List<Curve> curves = new ArrayList<>();
    private long revision;

    synchronized int open(String node, String flow, String name, String unit) {
        int id = tracks.size();
        tracks.add(new Track(id, node, flow, name, unit));
        curves.add(new Curve());
        return id;
    }

    synchronized void add(int track, long time, long value) {
        curves.get(track).add(time, value);
        revision++;
    }

    synchronized Track track(int id) {
        return tracks.get(id);
    }

    @Override
    public synchronized List<Track> tracks() {
        return List.copyOf(tracks);
    }

    @Override
    public synchronized Points points(Track track, long from) {
        return curves.get(track.id()).points(from);
    }

    @Override
    public synchronized long revision() {
        return revision;
    }
}
