package org.wirelathe.ui.view;

import java.util.List;

/**
 * How fast virtual time passes.
 *
 * @param title in a list
 * @param speed virtual seconds per second
 */
record SpeedChoice(String title, double speed) {
    static final List<SpeedChoice> ALL = List.of(
            new SpeedChoice("As fast as possible", Double.POSITIVE_INFINITY),
            new SpeedChoice("100\u00d7", 100),
            new SpeedChoice("10\u00d7", 10),
            new SpeedChoice("1\u00d7, real time", 1),
            new SpeedChoice("0.1\u00d7", 0.1),
            new SpeedChoice("0.01\u00d7", 0.01),
            new SpeedChoice("0.001\u00d7", 0.001));

    static int indexOf(double speed) {
        for (int i = 0; i < ALL.size(); i++) {
            if (ALL.get(i).speed() == speed) {
                return i;
            }
        }
        return 0;
    }
}
