package org.wirelathe.ui.topology.paint;

import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.GC;

/** Brings a frame of pixels to the screen. The one place that may know how the widget toolkit is made inside. */
interface PixelSink {
    /**
     * Shows a frame.
     *
     * @param gc of the canvas that is being painted
     * @param pixels {@code 0xRRGGBB}, row by row, in pixels of the device
     * @param width of the frame, in pixels of the device
     * @param height of the frame, in pixels of the device
     * @param zoom pixels for a hundred points
     */
    void show(GC gc, int[] pixels, int width, int height, int zoom);

    void dispose();

    /** The fastest way that works here. */
    static PixelSink on(Device device) {
        PixelSink fast = CairoSink.on(device);
        return fast != null ? fast : new ImageSink(device);
    }
}
