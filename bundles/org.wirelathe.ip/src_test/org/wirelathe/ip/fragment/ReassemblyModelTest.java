package org.wirelathe.ip.fragment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.time.RandomStream;

/** Random fragments, with losses, duplicates, overlaps and lies, against a map of bytes as plain as can be. */
class ReassemblyModelTest {
    private static final int ROUNDS = 400;
    private static final int MOST = 4096;

    private final Rig rig = new Rig(1 << 28);
    private final RandomStream random = new RandomStream(42, "fragments");
    private final Map<Integer, ByteMap> model = new HashMap<>();
    private int whole;
    private int given;

    /** Which bytes are here, which fragment each came in, and where the packet ends. */
    private static final class ByteMap {
        private final int[] owner = new int[2 * MOST];
        private final List<int[]> pieces = new ArrayList<>();
        private int end = -1;

        /** -1: all is given up; 1: it is whole; 0: it waits. */
        int add(int from, int length, boolean more) {
            int to = from + length;
            for (int[] piece : pieces) {
                if (piece[0] == from && piece[1] == to && piece[2] == (more ? 1 : 0)) {
                    return 0;
                }
            }
            boolean overlaps = Arrays.stream(owner, from, to).anyMatch(one -> one != 0);
            boolean endsTwice = !more && end != -1 && end != to;
            boolean behindTheEnd = end != -1 && to > end
                    || !more && pieces.stream().anyMatch(piece -> piece[1] > to);
            if (overlaps || endsTwice || behindTheEnd) {
                return -1;
            }
            pieces.add(new int[] {from, to, more ? 1 : 0});
            Arrays.fill(owner, from, to, pieces.size());
            if (!more) {
                end = to;
            }
            return end != -1 && Arrays.stream(owner, 0, end).allMatch(one -> one != 0) ? 1 : 0;
        }
    }

    private record Piece(int id, int from, int length, boolean more) {
    }

    @Test
    void ipv4AsTheMapOfBytes() {
        run(4);
        assertEquals(whole, rig.count("ip.reasmOKs"));
        assertEquals(given + model.size(), rig.count("ip.reasmFails"));
    }

    @Test
    void ipv6AsTheMapOfBytes() {
        run(6);
        assertEquals(whole, rig.count("ip6.reasmOKs"));
        assertEquals(given + model.size(), rig.count("ip6.reasmFails"));
    }

    private void run(int version) {
        for (int round = 0; round < ROUNDS; round++) {
            List<Piece> pieces = pieces(round);
            while (!pieces.isEmpty()) {
                Piece piece = pieces.remove((int) random.below(pieces.size()));
                byte[] bytes = version == 4 ? Rig.fragment(piece.id, piece.from, piece.length, piece.more)
                        : Rig.fragment6(piece.id, piece.from, piece.length, piece.more);
                expect(piece, rig.in(bytes));
            }
            rig.assertBalance();
        }
        assertEquals(model.size(), rig.v4.datagrams() + rig.v6.datagrams());
        assertEquals(true, whole > ROUNDS && given > ROUNDS / 4, whole + " whole, " + given + " given up");
        rig.v4.close();
        rig.v6.close();
        rig.assertAtRest();
    }

    private void expect(Piece piece, Packet packet) {
        ByteMap map = model.computeIfAbsent(piece.id, id -> new ByteMap());
        int verdict = map.add(piece.from, piece.length, piece.more);
        if (verdict != 0) {
            model.remove(piece.id);
        }
        if (verdict == 1) {
            whole++;
            rig.assertWhole(map.end, packet);
        } else {
            assertNull(packet);
            given -= verdict;
        }
    }

    /** Four packets in pieces: some lost, some twice, some that lie across others or about the end. */
    private List<Piece> pieces(int round) {
        List<Piece> pieces = new ArrayList<>();
        for (int id = 4 * round; id < 4 * round + 4; id++) {
            int length = 9 + (int) random.below(MOST - 9);
            for (int from = 0; from < length;) {
                int size = Math.min(8 + 8 * (int) random.below(60), length - from);
                boolean atomic = from == 0 && size == length;
                if (atomic) {
                    size = 8;
                }
                Piece piece = new Piece(id, from, size, from + size < length);
                int fate = (int) random.below(100);
                if (fate != 0) {
                    pieces.add(piece);
                }
                if (fate > 95) {
                    pieces.add(piece);
                }
                if (fate == 1) {
                    pieces.add(new Piece(id, 8 * (int) random.below(length / 8), 8 + 8 * (int) random.below(20), true));
                }
                if (fate == 2) {
                    int at = 8 + 8 * (int) random.below(length / 8);
                    pieces.add(new Piece(id, at, 1 + (int) random.below(99), false));
                }
                from += size;
            }
        }
        return pieces;
    }
}
