package org.wirelathe.lab.internal.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.nic.NicSpec;
import org.wirelathe.api.nic.NicState;
import org.wirelathe.api.nic.RingState;
import org.wirelathe.lab.Series.Track;

/** B10, B11: rings and card memory have curves, from when there is something in them. */
class CardCurvesTest {
    private static final NicSpec SPEC = new NicSpec("eth0", 1, 1500, 8, 8);

    private final Curves curves = new Curves();
    private NicState state;

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
