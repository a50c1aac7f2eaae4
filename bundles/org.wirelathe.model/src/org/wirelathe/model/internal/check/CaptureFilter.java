package org.wirelathe.model.internal.check;

import org.wirelathe.model.Capture;
import org.wirelathe.model.internal.draft.Draft;
import org.wirelathe.wire.filter.FilterException;
import org.wirelathe.wire.filter.FrameFilter;

/** A filter of a capture that cannot be read. */
final class CaptureFilter implements Check {
    @Override
    public void check(Context in) {
        for (Draft.Placed<Capture> capture : in.draft().captures()) {
            capture.it().filter().ifPresent(filter -> check(in, capture, filter));
        }
    }

    private static void check(Context in, Draft.Placed<Capture> capture, String filter) {
        try {
            FrameFilter.of(filter);
        } catch (FilterException e) {
            in.report().error(capture.fields().at("filter"), "bad-filter", "in this filter, " + e.getMessage());
        }
    }
}
