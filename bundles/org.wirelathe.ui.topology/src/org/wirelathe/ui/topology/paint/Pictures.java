package org.wirelathe.ui.topology.paint;

import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Pattern;

/** Images that are as fine as the screen and live on this side of the connection to the display. */
final class Pictures {
    private static final PaletteData RGB = new PaletteData(0xFF0000, 0xFF00, 0xFF);

    private Pictures() {
    }

    /** Pixels without content. */
    static ImageData blank(int width, int height) {
        return new ImageData(width, height, 24, RGB);
    }

    /** An image of those pixels; {@code zoom} is pixels for a hundred points. */
    static Image image(Device device, ImageData data, int zoom) {
        if (zoom == 100) {
            return new Image(device, data);
        }
        // The toolkit asks for 100 % whatever the screen is, to learn how large the image is in points.
        ImageDataProvider provider = asked -> asked == zoom ? data
                : asked == 100 ? blank(points(data.width, zoom), points(data.height, zoom)) : null;
        return new Image(device, provider);
    }

    static int points(int pixels, int zoom) {
        return Math.max(1, pixels * 100 / zoom);
    }

    /** Fills the rectangle with a pattern: {@code GC.drawImage} would fetch all pixels of the image first. */
    static void blit(GC gc, Pattern pattern, int width, int height) {
        gc.setBackgroundPattern(pattern);
        gc.fillRectangle(0, 0, width, height);
        gc.setBackgroundPattern(null);
    }
}
