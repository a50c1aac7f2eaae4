package org.wirelathe.lab.internal.plugins;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.ServiceReference;
import org.wirelathe.api.congestion.CongestionAlgorithm;

/**
 * All bound providers, and which of them are live. Loops read the live ones without a lock; everything else is guarded
 * by the table's own, which is held for book-keeping only.
 */
final class ProviderTable {
    private static final Provider[] NONE = {};
    /** As OSGi orders services: the highest ranking, then the one registered first. */
    private static final Comparator<Provider> BEST_FIRST =
            Comparator.comparing(Provider::reference, Comparator.<ServiceReference<?>>naturalOrder().reversed());

    private final Map<ServiceReference<CongestionAlgorithm>, Provider> bound = new LinkedHashMap<>();
    private boolean ended;
    /** Best first; replaced as a whole. */
    private volatile Provider[] live = NONE;

    /** The best live provider of that name, or {@code null}; on any loop. */
    Provider best(String name) {
        for (Provider provider : live) {
            if (provider.name().equals(name)) {
                return provider;
            }
        }
        return null;
    }

    /** The best live provider of each name, by name. */
    List<PluginRegistry.Available> available() {
        Map<String, PluginRegistry.Available> best = new TreeMap<>();
        for (Provider provider : live) {
            best.putIfAbsent(provider.name(), provider.available());
        }
        return List.copyOf(best.values());
    }

    /** Enters a new provider; {@code null} when that service is bound already, or all is over. */
    synchronized Provider add(ServiceReference<CongestionAlgorithm> reference) {
        if (ended || bound.containsKey(reference)) {
            return null;
        }
        Provider provider = new Provider(reference);
        bound.put(reference, provider);
        return provider;
    }

    /** Makes a rehearsed provider live; false when it has left during the rehearsal. */
    synchronized boolean accept(Provider provider) {
        if (bound.get(provider.reference()) != provider || !provider.advance(Provider.State.LIVE)) {
            return false;
        }
        sort();
        notifyAll();
        return true;
    }

    /** Ends a provider that was found unfit; false when it has left during the rehearsal. */
    synchronized boolean reject(Provider provider, String problem) {
        provider.problem(problem);
        provider.advance(Provider.State.EXPIRED);
        notifyAll();
        return bound.get(provider.reference()) == provider;
    }

    /** A live provider misbehaved: no new leases. False when it is live no longer. */
    synchronized boolean retire(Provider provider, String problem) {
        if (!provider.isLive()) {
            return false;
        }
        provider.problem(problem);
        provider.advance(Provider.State.DRAINING);
        sort();
        return true;
    }

    /** The properties of a service have changed; answers whether that changes the order of the live ones. */
    synchronized boolean reorder() {
        Provider[] before = live;
        sort();
        return !Arrays.equals(before, live);
    }

    /** Takes a provider out; {@code null} when it is not bound, or not any more. */
    synchronized Provider remove(ServiceReference<CongestionAlgorithm> reference) {
        return bound.remove(reference);
    }

    /** Takes all out; nobody comes in any more. */
    synchronized List<Provider> end() {
        ended = true;
        List<Provider> all = List.copyOf(bound.values());
        bound.clear();
        return all;
    }

    /** No new leases of these; answers those of which runs may have some. */
    synchronized List<Provider> drain(List<Provider> leaving) {
        List<Provider> known = leaving.stream().filter(Provider::isKnown).toList();
        leaving.forEach(provider -> provider.advance(Provider.State.DRAINING));
        sort();
        return known;
    }

    /**
     * What a bundle offers, and what is wrong with it. Whoever started the bundle need not be the one on whose thread
     * its services are bound, so this waits, within {@code limit}, until {@code services} of them are there and decided
     * on.
     */
    synchronized List<Offer> offers(long bundle, int services, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            List<Provider> own = bound.values().stream().filter(provider -> provider.bundle() == bundle).toList();
            boolean decided = own.size() >= services && own.stream().allMatch(Provider::isDecided);
            if (decided || !waitUntil(end)) {
                return own.stream().map(Provider::offer).toList();
            }
        }
    }

    /** Waits for a decision; false when the time is over. */
    private synchronized boolean waitUntil(long end) {
        long left = end - System.nanoTime();
        try {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            return left > 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void sort() {
        live = bound.values().stream().filter(Provider::isLive).sorted(BEST_FIRST).toArray(Provider[]::new);
    }
}
