package org.wirelathe.tests.swap.plugin;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** What nobody should write, and somebody will. */
public final class BadActivator implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        throw new IllegalStateException("not today");
    }

    @Override
    public void stop(BundleContext context) {
        throw new IllegalStateException("not today either");
    }
}
