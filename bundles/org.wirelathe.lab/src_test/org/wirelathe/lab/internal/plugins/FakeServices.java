package org.wirelathe.lab.internal.plugins;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.ServiceReference;
import org.wirelathe.api.congestion.CongestionAlgorithm;

/** Hands out service objects and keeps account: each that was got is to be given back once. */
final class FakeServices implements ServiceSource {
    private final Map<ServiceReference<?>, CongestionAlgorithm> objects = new ConcurrentHashMap<>();
    private final List<ServiceReference<?>> held = new ArrayList<>();

    FakeReference offer(CongestionAlgorithm algorithm) {
        return offer(algorithm, 0);
    }

    FakeReference offer(CongestionAlgorithm algorithm, int ranking) {
        FakeReference reference = new FakeReference(ranking);
        if (algorithm != null) {
            objects.put(reference, algorithm);
        }
        return reference;
    }

    @Override
    public synchronized CongestionAlgorithm get(ServiceReference<CongestionAlgorithm> reference) {
        CongestionAlgorithm object = objects.get(reference);
        if (object != null) {
            held.add(reference);
        }
        return object;
    }

    @Override
    public synchronized void unget(ServiceReference<CongestionAlgorithm> reference) {
        if (!held.remove(reference)) {
            throw new AssertionError("given back without having been got");
        }
    }

    /** How many objects were got and not given back. */
    synchronized int held() {
        return held.size();
    }
}
