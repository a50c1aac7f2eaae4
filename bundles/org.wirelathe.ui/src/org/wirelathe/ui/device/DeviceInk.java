package org.wirelathe.ui.device;

import org.eclipse.swt.graphics.Color;
import org.wirelathe.ui.Theme;

/**
 * The colours of the picture; they follow the paper.
 *
 * @param paper background
 * @param ink text and lines
 * @param muted what stands back
 * @param track what is empty
 * @param ready what waits for its turn, as it should
 * @param work what is being worked on
 * @param done what waits to be taken away
 * @param trouble drops, a pulled cable, PAUSE
 */
record DeviceInk(Color paper, Color ink, Color muted, Color track, Color ready, Color work, Color done, Color trouble) {
    static DeviceInk on(Color paper, Color ink) {
        Color blue = Theme.curve(0, paper);
        return new DeviceInk(paper, ink, Theme.mix(ink, paper, 0.62), Theme.mix(ink, paper, 0.14),
                Theme.mix(blue, paper, 0.38), blue, Theme.curve(4, paper), Theme.curve(1, paper));
    }
}
