package org.wirelathe.lab.internal.report;

/** What a number counts, and the units in which people read it. */
enum Quantity {
    /** ns. */
    TIME(new String[] {" ns", " µs", " ms", " s"}, 1000),
    /** B. */
    SIZE(new String[] {" B", " KiB", " MiB", " GiB", " TiB"}, 1024),
    /** bit/s. */
    RATE(new String[] {" bit/s", " kbit/s", " Mbit/s", " Gbit/s", " Tbit/s"}, 1000),
    /** Plain numbers. */
    COUNT(new String[] {""}, 1);

    private static final int[] POWERS = {1, 10, 100, 1000};
    /** Digits behind which a number is rounded; more are not compared by eye. */
    private static final int DIGITS = 4;

    private final String[] units;
    private final long factor;

    Quantity(String[] units, long factor) {
        this.units = units;
        this.factor = factor;
    }

    int units() {
        return units.length;
    }

    /** A unit's name as it follows a number, with the space between. */
    String unit(int index) {
        return units[index];
    }

    /** How many of the smallest unit make this one. */
    long size(int index) {
        long size = 1;
        for (int i = 0; i < index; i++) {
            size *= factor;
        }
        return size;
    }

    /** Four digits in the unit that suits; fewer when they say as much. Plain numbers keep all their digits. */
    String text(long value) {
        if (value < 0) {
            return '-' + text(value == Long.MIN_VALUE ? Long.MAX_VALUE : -value);
        }
        int unit = units.length - 1;
        while (unit > 0 && value < size(unit)) {
            unit--;
        }
        long size = size(unit);
        long whole = value / size;
        int decimals = unit == 0 ? 0 : Math.max(0, DIGITS - Long.toString(whole).length());
        int power = POWERS[decimals];
        long fraction = (value % size * power + size / 2) / size;
        if (decimals > 0 && fraction == power) {
            whole++;
            fraction = 0;
        } else if (decimals == 0) {
            whole += fraction;
            fraction = 0;
        }
        StringBuilder text = new StringBuilder(16).append(whole);
        if (fraction > 0) {
            while (fraction % 10 == 0) {
                fraction /= 10;
                power /= 10;
            }
            text.append('.').append(power + fraction);
            text.deleteCharAt(text.indexOf(".") + 1); // the 1 that kept the leading zeros
        }
        return text.append(units[unit]).toString();
    }
}
