package org.wirelathe.ui.topology.paint;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Pattern;

/**
 * Writes each frame into the memory of one image that stays. On GTK an image is a Cairo surface in memory, which the
 * toolkit keeps to itself; so everything here is looked up by name, and where it is not found there is no such sink.
 */
final class CairoSink implements PixelSink {
    /** Cairo's CAIRO_FORMAT_RGB24: 32 bits, the upper 8 unused. */
    private static final int RGB24 = 1;

    private record Cairo(MethodHandle surface, MethodHandle flush, MethodHandle dirty, MethodHandle data,
            MethodHandle format, MethodHandle width, MethodHandle height, MethodHandle stride) {
        static Cairo lookUp() throws ReflectiveOperationException {
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            Class<?> cairo = Class.forName(
                    "org.eclipse.swt.internal.cairo.Cairo", true, Image.class.getClassLoader());
            MethodType toInt = MethodType.methodType(int.class, long.class);
            MethodType toLong = MethodType.methodType(long.class, long.class);
            MethodType toNothing = MethodType.methodType(void.class, long.class);
            return new Cairo(
                    lookup.findGetter(Image.class, "surface", long.class),
                    lookup.findStatic(cairo, "cairo_surface_flush", toNothing),
                    lookup.findStatic(cairo, "cairo_surface_mark_dirty", toNothing),
                    lookup.findStatic(cairo, "cairo_image_surface_get_data", toLong),
                    lookup.findStatic(cairo, "cairo_image_surface_get_format", toInt),
                    lookup.findStatic(cairo, "cairo_image_surface_get_width", toInt),
                    lookup.findStatic(cairo, "cairo_image_surface_get_height", toInt),
                    lookup.findStatic(cairo, "cairo_image_surface_get_stride", toInt));
        }
    }

    private final Device device;
    private final Cairo cairo;
    private Image image;
    private Pattern pattern;
    private long surface;
    private MemorySegment memory;
    private int width;
    private int height;
    private int zoom;
    private PixelSink instead;

    private CairoSink(Device device, Cairo cairo) {
        this.device = device;
        this.cairo = cairo;
    }

    /** Null where images are something else. */
    static CairoSink on(Device device) {
        try {
            return new CairoSink(device, Cairo.lookUp());
        } catch (ReflectiveOperationException | LinkageError absent) {
            return null;
        }
    }

    @Override
    public void show(GC gc, int[] pixels, int newWidth, int newHeight, int newZoom) {
        try {
            if (instead == null && !fits(newWidth, newHeight, newZoom)) {
                prepare(newWidth, newHeight, newZoom);
            }
            if (instead == null) {
                cairo.flush().invokeExact(surface);
                MemorySegment.copy(pixels, 0, memory, ValueLayout.JAVA_INT, 0, width * height);
                cairo.dirty().invokeExact(surface);
                Pictures.blit(gc, pattern, Pictures.points(width, zoom), Pictures.points(height, zoom));
                return;
            }
        } catch (Throwable notAsExpected) {
            dispose();
            instead = new ImageSink(device);
        }
        instead.show(gc, pixels, newWidth, newHeight, newZoom);
    }

    /** The toolkit may make an image anew when the screen changes; its old memory is gone then. */
    private boolean fits(int newWidth, int newHeight, int newZoom) throws Throwable {
        return image != null
                && width == newWidth
                && height == newHeight
                && zoom == newZoom
                && (long) cairo.surface().invokeExact(image) == surface;
    }

    @SuppressWarnings("restricted")
    private void prepare(int newWidth, int newHeight, int newZoom) throws Throwable {
        dispose();
        width = newWidth;
        height = newHeight;
        zoom = newZoom;
        image = Pictures.image(device, Pictures.blank(width, height), zoom);
        surface = (long) cairo.surface().invokeExact(image);
        boolean asExpected = (int) cairo.format().invokeExact(surface) == RGB24
                && (int) cairo.width().invokeExact(surface) == width
                && (int) cairo.height().invokeExact(surface) == height
                && (int) cairo.stride().invokeExact(surface) == 4 * width;
        if (!asExpected) {
            dispose();
            instead = new ImageSink(device);
            return;
        }
        long address = (long) cairo.data().invokeExact(surface);
        memory = MemorySegment.ofAddress(address).reinterpret(4L * width * height);
        pattern = new Pattern(device, image);
    }

    @Override
    public void dispose() {
        if (pattern != null) {
            pattern.dispose();
            pattern = null;
        }
        if (image != null) {
            image.dispose();
            image = null;
        }
    }
}
