package org.wirelathe.cli.internal;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** What is running here. */
final class Version {
    private Version() {
    }

    /** {@code wirelathe 1.0.0, Java 25.0.3}; outside of a framework the first number is missing. */
    static String text() {
        Bundle bundle = FrameworkUtil.getBundle(Version.class);
        return "wirelathe" + (bundle == null ? "" : " " + bundle.getVersion()) + ", Java " + Runtime.version();
    }
}
