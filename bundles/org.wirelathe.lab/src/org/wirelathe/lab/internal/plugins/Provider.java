package org.wirelathe.lab.internal.plugins;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.wirelathe.api.congestion.CongestionAlgorithm;

/**
 * One service that offers an algorithm, from the moment it is bound until nobody may call it any more. After
 * {@link #release} it holds nothing of the provider's bundle, so that whoever still holds a lease does not keep that
 * bundle's class loader alive.
 */
final class Provider {
    /** Looks at a call that is to return before the waiting thread lies down: most take less than a microsecond. */
    private static final int LOOKS = 1_000;
    /** How long it then sleeps between two looks, ns. */
    private static final long LOOK_AGAIN = 50_000;

    /** States in their order; a provider never goes back. */
    enum State {
        /** Being rehearsed; no run gets a lease. */
        ON_TRIAL,
        /** Runs get leases. */
        LIVE,
        /** On its way out: no new lease, but calls still succeed, so that states can be fetched. */
        DRAINING,
        /** Never called again. */
        EXPIRED
    }

    private final ServiceReference<CongestionAlgorithm> reference;
    private final long bundle;
    private final String symbolicName;
    private final String version;
    private final boolean dropped;
    private final List<RunLease> leases = new CopyOnWriteArrayList<>();
    private volatile State state = State.ON_TRIAL;
    private volatile CongestionAlgorithm algorithm;
    private volatile String name = "?";
    private volatile String problem;

    Provider(ServiceReference<CongestionAlgorithm> reference) {
        this.reference = reference;
        Bundle from = reference.getBundle();
        bundle = from == null ? -1 : from.getBundleId();
        symbolicName = from == null ? "a bundle that is gone" : from.getSymbolicName();
        version = from == null ? "" : from.getVersion().toString();
        dropped = from != null && from.getLocation().startsWith(DropinInstaller.LOCATION);
    }

    ServiceReference<CongestionAlgorithm> reference() {
        return reference;
    }

    /** Symbolic name and version of the bundle, for people. */
    String origin() {
        return (symbolicName + ' ' + version).strip();
    }

    /** Algorithm, bundle and version, for people. */
    String label() {
        return name + " (" + origin() + ')';
    }

    PluginRegistry.Available available() {
        return new PluginRegistry.Available(name, symbolicName, version);
    }

    /** Whether it comes from the watched folder, which tells the user itself what became of it. */
    boolean isDropped() {
        return dropped;
    }

    /** Id of the bundle, -1 when it was gone before it could be asked. */
    long bundle() {
        return bundle;
    }

    /** Name of the algorithm; {@code ?} until the rehearsal has asked for it. */
    String name() {
        return name;
    }

    void name(String answered) {
        name = answered;
    }

    CongestionAlgorithm algorithm() {
        return algorithm;
    }

    /** Takes the service object; false when the provider left in the meantime, and the object must be given back. */
    synchronized boolean arrive(CongestionAlgorithm service) {
        if (state == State.EXPIRED) {
            return false;
        }
        algorithm = service;
        return true;
    }

    /** Forgets the service object; true the first time, when it has to be given back. */
    synchronized boolean release() {
        boolean held = algorithm != null;
        algorithm = null;
        leases.clear();
        return held;
    }

    /** Goes on to a later state; false when it is there already, or further. */
    synchronized boolean advance(State next) {
        if (state.compareTo(next) >= 0) {
            return false;
        }
        state = next;
        return true;
    }

    boolean isLive() {
        return state == State.LIVE;
    }

    /** Whether its rehearsal is over. */
    boolean isDecided() {
        return state != State.ON_TRIAL;
    }

    Offer offer() {
        return new Offer(name, problem != null || isLive() ? problem : "it is still being rehearsed");
    }

    /** Whether runs may have leases of it. */
    boolean isKnown() {
        State now = state;
        return now == State.LIVE || now == State.DRAINING;
    }

    /** Whether no call may begin any more: read on the loop before each call. */
    boolean isExpired() {
        return state == State.EXPIRED;
    }

    /** Why it was refused or retired; {@code null} while nothing is wrong with it. */
    String problem() {
        return problem;
    }

    void problem(String sentence) {
        problem = sentence;
    }

    void add(RunLease lease) {
        leases.add(lease);
    }

    void remove(RunLease lease) {
        leases.remove(lease);
    }

    /**
     * Waits until no loop is inside the provider. To be asked when {@link State#EXPIRED} is set: nobody enters after
     * it.
     *
     * @return false when a call was still inside after {@code grace}
     */
    boolean awaitOutside(Duration grace) {
        long start = System.nanoTime();
        for (RunLease lease : leases) {
            for (int looks = 0; lease.isInside(); looks++) {
                if (looks < LOOKS) {
                    Thread.onSpinWait();
                } else if (System.nanoTime() - start < grace.toNanos()) {
                    LockSupport.parkNanos(LOOK_AGAIN);
                } else {
                    return false;
                }
            }
        }
        return true;
    }
}
