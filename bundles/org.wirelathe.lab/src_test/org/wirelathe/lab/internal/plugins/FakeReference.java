package org.wirelathe.lab.internal.plugins;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.wirelathe.api.congestion.CongestionAlgorithm;

/** A service without a framework; ordered as OSGi orders: ranking, then the older one. */
final class FakeReference implements ServiceReference<CongestionAlgorithm> {
    private static final AtomicLong IDS = new AtomicLong();

    private final long id = IDS.incrementAndGet();
    private volatile int ranking;

    FakeReference(int ranking) {
        this.ranking = ranking;
    }

    void ranking(int changed) {
        ranking = changed;
    }

    @Override
    public int compareTo(Object reference) {
        FakeReference other = (FakeReference) reference;
        return ranking != other.ranking ? Integer.compare(ranking, other.ranking) : Long.compare(other.id, id);
    }

    @Override
    public Object getProperty(String key) {
        return switch (key) {
            case Constants.SERVICE_ID -> id;
            case Constants.SERVICE_RANKING -> ranking;
            default -> null;
        };
    }

    @Override
    public String[] getPropertyKeys() {
        return new String[] {Constants.SERVICE_ID, Constants.SERVICE_RANKING};
    }

    @Override
    public Bundle getBundle() {
        return null;
    }

    @Override
    public Bundle[] getUsingBundles() {
        return new Bundle[0];
    }

    @Override
    public boolean isAssignableTo(Bundle bundle, String className) {
        return true;
    }

    @Override
    public Dictionary<String, Object> getProperties() {
        return new Hashtable<>();
    }

    @Override
    public <A> A adapt(Class<A> type) {
        return null;
    }
}
