package org.wirelathe.lab.internal.report;

/**
 * An axis that begins at 0 and has its ticks at round numbers: 1, 2 or 5 times a power of ten of one unit.
 *
 * @param quantity what is measured along it
 * @param end greatest value on it, in the smallest unit, at least 1
 * @param step from tick to tick, in the smallest unit
 * @param unit of the labels
 */
record Axis(Quantity quantity, long end, long step, int unit) {
    /** Values beyond do not come from networks; below, nothing overflows. */
    private static final long GREATEST = Long.MAX_VALUE / 16;
    /** A unit is worth while when so many of it fit. */
    private static final int LEAST_TICKS = 3;

    /** An axis that ends at a tick at or above {@code greatest}. */
    static Axis over(long greatest, int most, Quantity quantity) {
        Axis axis = within(greatest, most, quantity);
        long steps = (axis.end + axis.step - 1) / axis.step;
        return new Axis(quantity, steps * axis.step, axis.step, axis.unit);
    }

    /** An axis that ends at {@code end}, wherever the last tick is; at most {@code most} steps fit. */
    static Axis within(long end, int most, Quantity quantity) {
        long last = Math.clamp(end, 1, GREATEST);
        int unit = quantity.units() - 1;
        while (unit > 0 && last < LEAST_TICKS * quantity.size(unit)) {
            unit--;
        }
        return new Axis(quantity, last, round(last, most, quantity.size(unit)), unit);
    }

    /** The least of 1, 2, 5, 10, 20 ... units of which at most {@code most} cover {@code length}. */
    static long round(long length, int most, long unit) {
        long step = unit;
        for (int i = 0; (length + step - 1) / step > most; i++) {
            step = i % 3 == 1 ? step / 2 * 5 : step * 2;
        }
        return step;
    }

    /** How many steps lie within; there is one tick more. */
    int steps() {
        return (int) (end / step);
    }

    String label(int tick) {
        return tick * step / quantity.size(unit) + quantity.unit(unit);
    }

    /** Where a value lies on {@code length} pixels, in tenths of one. */
    long tenths(long value, int length) {
        return Math.round(value * (10.0 * length / end));
    }
}
