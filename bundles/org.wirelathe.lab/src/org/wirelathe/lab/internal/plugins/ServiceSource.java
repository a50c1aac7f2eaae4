package org.wirelathe.lab.internal.plugins;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.wirelathe.api.congestion.CongestionAlgorithm;

/** The part of the framework that hands out service objects: each that was got is given back once. */
interface ServiceSource {
    static ServiceSource of(BundleContext context) {
        return new ServiceSource() {
            @Override
            public CongestionAlgorithm get(ServiceReference<CongestionAlgorithm> reference) {
                return context.getService(reference);
            }

            @Override
            public void unget(ServiceReference<CongestionAlgorithm> reference) {
                context.ungetService(reference);
            }
        };
    }

    /** The service object, or {@code null} when its component does not activate. */
    CongestionAlgorithm get(ServiceReference<CongestionAlgorithm> reference);

    void unget(ServiceReference<CongestionAlgorithm> reference);
}
