package org.wirelathe.ui.topology.paint;

import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Pattern;

/** By public interfaces alone: a new image for each frame. */
final class ImageSink implements PixelSink {
    private final Device device;

    ImageSink(Device device) {
        this.device = device;
    }

    @Override
    public void show(GC gc, int[] pixels, int width, int height, int zoom) {
        ImageData data = Pictures.blank(width, height);
        for (int y = 0, from = 0; y < height; y++) {
            int to = y * data.bytesPerLine;
            for (int x = 0; x < width; x++) {
                int pixel = pixels[from++];
                data.data[to++] = (byte) (pixel >> 16);
                data.data[to++] = (byte) (pixel >> 8);
                data.data[to++] = (byte) pixel;
            }
        }
        Image image = Pictures.image(device, data, zoom);
        Pattern pattern = new Pattern(device, image);
        Pictures.blit(gc, pattern, Pictures.points(width, zoom), Pictures.points(height, zoom));
        pattern.dispose();
        image.dispose();
    }

    @Override
    public void dispose() {
    }
}
