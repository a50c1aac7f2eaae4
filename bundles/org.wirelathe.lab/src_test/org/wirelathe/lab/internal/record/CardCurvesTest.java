package org.wirelathe.lab.internal.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.nic.NicSpec;
import org.wirelathe.api.nic.NicState;
import org.wirelathe.api.nic.RingState;
import org.wirelathe.api.probe.Gauges;
import org.wirelathe.lab.Series.Track;

/** B10, B11: rings and card memory have curves, from when there is something in them. */
class CardCurvesTest {
    private static final NicSpec SPEC = new NicSpec("eth0", 1, 1500, 8, 8);

    private final Curves curves = new Curves();
    private NicState state;
    private final Map<String, Long> said = new LinkedHashMap<>();

    /** 2 frames posted to send and not taken back; of 5 received, 3 taken by the driver. */
    private static NicState busy(int cardBuffered) {
        return new NicState(SPEC, new RingState(8, 4, 4, 3, 2, 2), new RingState(8, 8, 5, 5, 5, 3), 0, true, 0, false,
                cardBuffered);
    }

    private static NicState idle() {
        return new NicState(SPEC, new RingState(8, 0, 0, 0, 0, 0), new RingState(8, 8, 0, 0, 0, 0), 0, true, 0, false,
                0);
    }

    private Recorder recorder(int interfaces) {
        NetworkInterface nic = (NetworkInterface) Proxy.newProxyInstance(NetworkInterface.class.getClassLoader(),
                new Class<?>[] {NetworkInterface.class}, (self, method, arguments) -> switch (method.getName()) {
                    case "name" -> "eth0";
                    case "backlog" -> 0;
                    case "state" -> Optional.of(state);
                    case "gauges" -> {
                        said.forEach(((Gauges) arguments[0])::gauge);
                        yield null;
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        return new Recorder(curves, null, null, List.of(),
                Collections.nCopies(interfaces, new Recorder.Queue("bob", nic)), List.of());
    }

    @Test
    void curvesBeginWhenThereIsSomethingToSee() {
        Recorder recorder = recorder(1);
        state = idle();
        recorder.sample(10);
        assertEquals(List.of("backlog"), names());
        state = busy(0);
        recorder.sample(20);
        state = idle();
        recorder.sample(30);
        assertEquals(List.of("backlog", "txRing", "rxRing"), names());
        assertArrayEquals(new long[] {2, 0}, curves.points(curves.track(1), 0).values());
        assertArrayEquals(new long[] {2, 0}, curves.points(curves.track(2), 0).values());
        assertArrayEquals(new long[] {20, 30}, curves.points(curves.track(2), 0).times());
        state = busy(4500);
        recorder.sample(40);
        Track memory = curves.tracks().getLast();
        assertEquals(new Track(3, "bob", "eth0", "cardBuffer", "B"), memory);
        assertArrayEquals(new long[] {4500}, curves.points(memory, 0).values());
    }

    @Test // the same path as a connection's gauges: named by who has them, with the unit that the name stands for
    void whatTheQueueSaysOfItselfIsACurveToo() {
        Recorder recorder = recorder(1);
        state = idle();
        said.put("queueBytes", 0L);
        said.put("count", 0L);
        recorder.sample(10);
        assertEquals(List.of("backlog"), names());
        said.put("queueBytes", 3028L);
        recorder.sample(20);
        said.put("queueBytes", 0L);
        said.put("count", 2L);
        recorder.sample(30);
        assertEquals(List.of(new Track(1, "bob", "eth0", "queueBytes", "B"), new Track(2, "bob", "eth0", "count", "")),
                curves.tracks().subList(1, 3));
        assertArrayEquals(new long[] {3028, 0}, curves.points(curves.track(1), 0).values());
        assertArrayEquals(new long[] {30}, curves.points(curves.track(2), 0).times());
        said.clear(); // the discipline is replaced: its successor names others, in another order
        said.put("prob", 5L);
        said.put("count", -1L);
        said.put("queueBytes", Long.MAX_VALUE);
        recorder.sample(40);
        assertEquals(new Track(3, "bob", "eth0", "prob", "ppb"), curves.tracks().getLast());
        assertArrayEquals(new long[] {2, -1}, curves.points(curves.track(2), 0).values(), "below nothing: a debt");
        assertEquals(2, curves.points(curves.track(1), 0).size(), "not known");
    }

    @Test
    void ofALargeLabOnlyBacklogsAreKept() {
        Recorder recorder = recorder(Recorder.MOST_CARDS + 1);
        state = busy(4500);
        recorder.sample(10);
        assertEquals(List.of("backlog"), names().stream().distinct().toList());
    }

    private List<String> names() {
        return curves.tracks().stream().map(Track::name).toList();
    }
}
