package org.wirelathe.lab.internal.record;

import org.wirelathe.wire.filter.FrameFilter;

/**
 * What of an interface's frames is to be recorded.
 *
 * @param onWire on the cable rather than above the driver (B13)
 * @param filter which frames; {@code null} for all
 * @param ring most bytes kept, the newest; 0 for no limit
 * @param snap most bytes of each frame; 0 for all
 */
public record CaptureWish(boolean onWire, FrameFilter filter, long ring, int snap) {
    /** Everything, above the driver. */
    public static final CaptureWish DRIVER = new CaptureWish(false, null, 0, 0);
    /** Everything, on the wire. */
    public static final CaptureWish WIRE = new CaptureWish(true, null, 0, 0);
}
