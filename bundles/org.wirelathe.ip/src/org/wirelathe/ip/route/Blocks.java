package org.wirelathe.ip.route;

import java.util.Arrays;

/**
 * Runs of entries side by side in one array, each run taken, grown, shrunk and given back on its own. A run of up to
 * four entries takes what it needs, a longer one is rounded up to a multiple of four; what is given back is taken again,
 * in pieces if need be. Pieces are never joined: the owner copies everything into fresh blocks when
 * {@link #isWasteful} says so.
 */
abstract class Blocks {
    /** The longest run. */
    static final int LONGEST = 64;
    private static final int EXACT = 4;
    private static final int CLASSES = EXACT + LONGEST / 4 - 1;

    private int end;
    private int unused;
    /** Free runs of each class of length: how many, then where each begins. {@code null} until something is given back. */
    private int[][] free;
    /** Bit {@code n} is set when there are free runs of class {@code n}. */
    private int classes;

    /** Entries that the array holds. */
    abstract int capacity();

    /** Makes the array longer. */
    abstract void lengthen(int capacity);

    /** Copies entries; runs may overlap. */
    abstract void copy(int from, int to, int count);

    /** Forgets what entries held. */
    abstract void clear(int at, int count);

    /** Entries that are in use, with what rounding adds. */
    final int live() {
        return end - unused;
    }

    /** Bytes of the lists of what is free. */
    final int listBytes() {
        int bytes = 0;
        for (int[] runs : free == null ? new int[0][] : free) {
            bytes += Integer.BYTES * (1 + (runs == null ? 0 : runs.length));
        }
        return bytes;
    }

    /** Whether more than a fifth of the array is neither used nor likely to be. */
    final boolean isWasteful() {
        return unused > EXACT + live() / 4;
    }

    private static int rounded(int count) {
        return count <= EXACT ? count : count + 3 & ~3;
    }

    private static int classOf(int rounded) {
        return rounded <= EXACT ? rounded - 1 : rounded / 4 + EXACT - 2;
    }

    private static int lengthOf(int sizeClass) {
        return sizeClass < EXACT ? sizeClass + 1 : (sizeClass - EXACT + 2) * 4;
    }

    /** Takes a run of 1 to 64 cleared entries. */
    final int take(int count) {
        int length = rounded(count);
        int larger = classes >>> classOf(length);
        if (larger != 0) {
            return takeFree(classOf(length) + Integer.numberOfTrailingZeros(larger), length);
        }
        int at = end;
        end += length;
        if (end > capacity()) {
            lengthen(end + end / 8);
        }
        return at;
    }

    private int takeFree(int sizeClass, int length) {
        int[] runs = free[sizeClass];
        int at = runs[runs[0]--];
        if (runs[0] == 0) {
            classes &= ~(1 << sizeClass);
        }
        unused -= lengthOf(sizeClass);
        giveBackWhole(at + length, lengthOf(sizeClass) - length);
        return at;
    }

    /** Gives back a run that was taken for so many entries; none at all is well. */
    final void giveBack(int at, int count) {
        clear(at, count);
        giveBackWhole(at, rounded(count));
    }

    private void giveBackWhole(int from, int length) {
        int at = from;
        for (int rest = length; rest > 0;) {
            int piece = rest > EXACT ? rest & ~3 : rest;
            addFree(at, piece);
            at += piece;
            rest -= piece;
        }
    }

    private void addFree(int at, int length) {
        int sizeClass = classOf(length);
        if (free == null) {
            free = new int[CLASSES][];
        }
        int[] runs = free[sizeClass];
        if (runs == null) {
            runs = new int[2];
        } else if (runs[0] + 1 == runs.length) {
            runs = Arrays.copyOf(runs, runs.length + runs.length / 2 + 1);
        }
        free[sizeClass] = runs;
        runs[++runs[0]] = at;
        classes |= 1 << sizeClass;
        unused += length;
    }

    /** Opens a gap of one entry in a run of {@code count}; returns where the run is now. The gap may hold anything. */
    final int insert(int base, int count, int gap) {
        int to = base;
        if (count == 0) {
            return take(1);
        }
        if (rounded(count + 1) != rounded(count)) {
            to = take(count + 1);
            copy(base, to, gap);
        }
        copy(base + gap, to + gap + 1, count - gap);
        if (to != base) {
            giveBack(base, count);
        }
        return to;
    }

    /** Closes the gap that one entry of a run of {@code count} leaves. */
    final void remove(int base, int count, int at) {
        copy(base + at + 1, base + at, count - at - 1);
        clear(base + count - 1, 1);
        giveBackWhole(base + rounded(count - 1), rounded(count) - rounded(count - 1));
    }
}
