package org.wirelathe.lab.internal.plugins;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.wirelathe.api.congestion.CongestionAlgorithm;
import org.wirelathe.lab.PluginEvent;

/**
 * Who provides congestion algorithms now. Providers are bound by reference, and their objects fetched here: bound by
 * object, the component runtime would keep one class loader for each that failed to activate.
 *
 * <p>A provider is rehearsed before a run gets it. When it leaves, every connection has moved before OSGi goes on to stop
 * its bundle; a provider that is stuck in a call is waited for, but not for ever.
 */
@Component(service = {PluginRegistry.class, AlgorithmRegistry.class})
public final class AlgorithmRegistry implements PluginRegistry {
    private static final Provider[] NONE = {};
    private static final Comparator<Provider> BEST_FIRST =
            Comparator.comparing(Provider::reference, Comparator.<ServiceReference<?>>naturalOrder().reversed());

    private final ServiceSource services;
    private final PluginNews news;
    private final Limits limits;
    /** Guards the two below; never held while waiting, posting, or calling a provider. */
    private final Object lock = new Object();
    private final Map<ServiceReference<CongestionAlgorithm>, Provider> providers = new LinkedHashMap<>();
    private boolean ended;
    private final List<AttachedRun> runs = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    /** Live providers, best first: replaced as a whole, so that a loop reads it without a lock. */
    private volatile Provider[] live = NONE;

    /** For the component runtime. */
    @Activate
    public AlgorithmRegistry(BundleContext context, @Reference PluginNews news) {
        this(ServiceSource.of(context), news, Limits.USUAL);
    }

    AlgorithmRegistry(ServiceSource services, PluginNews news, Limits limits) {
        this.services = services;
        this.news = news;
        this.limits = limits;
    }

    @Override
    public RunAlgorithms attach(RunHandle handle) {
        AttachedRun run = new AttachedRun(this, handle);
        runs.add(run);
        return run;
    }

    void detach(AttachedRun run) {
        runs.remove(run);
    }

    @Override
    public List<Available> available() {
        Map<String, Available> best = new TreeMap<>();
        for (Provider provider : live) {
            best.putIfAbsent(provider.name(), provider.available());
        }
        return List.copyOf(best.values());
    }

    @Override
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    /** The best live provider of that name, or {@code null}; on any loop. */
    Provider best(String name) {
        for (Provider provider : live) {
            if (provider.name().equals(name)) {
                return provider;
            }
        }
        return null;
    }

    /** What a bundle offers at this moment, and what is wrong with it. */
    List<Offer> offers(long bundle) {
        synchronized (lock) {
            return providers.values().stream().filter(provider -> provider.bundle() == bundle)
                    .map(provider -> new Offer(provider.name(), provider.problem())).toList();
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindAlgorithm(ServiceReference<CongestionAlgorithm> reference) {
        Provider provider = new Provider(reference);
        synchronized (lock) {
            if (ended || providers.putIfAbsent(reference, provider) != null) {
                return;
            }
        }
        String problem = fetch(provider);
        if (problem == null) {
            problem = Probe.problemOf(provider, limits.probe());
        }
        if (problem != null) {
            refuse(provider, problem);
        } else if (join(provider)) {
            handOver("arrived", provider);
        }
    }

    /** Gets the service object; answers why it cannot be had, or {@code null}. */
    private String fetch(Provider provider) {
        CongestionAlgorithm algorithm = services.get(provider.reference());
        if (algorithm == null) {
            return "its component could not be activated, the log has the cause";
        }
        if (!provider.arrive(algorithm)) {
            services.unget(provider.reference());
            return "it left while it was being bound";
        }
        return null;
    }

    /** No run ever had it: nobody has to move, and if its rehearsal is stuck, that is not waited for again. */
    private void refuse(Provider provider, String problem) {
        provider.problem(problem);
        provider.advance(Provider.State.EXPIRED);
        giveBack(provider);
        synchronized (lock) {
            if (providers.get(provider.reference()) != provider) {
                return; // it left during the rehearsal
            }
        }
        if (!provider.isDropped()) {
            news.publish(PluginEvent.Kind.REFUSED, provider.name(),
                    "Congestion plug-in " + provider.origin() + " is not let in: " + problem + '.');
        }
    }

    /** Makes a rehearsed provider selectable, unless it has left during the rehearsal. */
    private boolean join(Provider provider) {
        synchronized (lock) {
            if (providers.get(provider.reference()) != provider || !provider.advance(Provider.State.LIVE)) {
                return false;
            }
            sortLive();
            return true;
        }
    }

    void updatedAlgorithm(ServiceReference<CongestionAlgorithm> reference) {
        synchronized (lock) {
            Provider provider = providers.get(reference);
            if (provider == null || !provider.isLive()) {
                return;
            }
            Provider[] before = live;
            sortLive();
            if (Arrays.equals(before, live)) {
                return;
            }
        }
        HandOver.await(runs, AttachedRun::providersChanged, limits.handOver());
        listeners.forEach(Runnable::run);
    }

    void unbindAlgorithm(ServiceReference<CongestionAlgorithm> reference) {
        Provider provider;
        synchronized (lock) {
            provider = providers.remove(reference);
        }
        if (provider != null) {
            drain(List.of(provider));
        }
    }

    /** At shutdown the order of events varies: whoever is still bound is drained here as well. */
    @Deactivate
    void deactivate() {
        List<Provider> left;
        synchronized (lock) {
            ended = true;
            left = List.copyOf(providers.values());
            providers.clear();
        }
        drain(left);
    }

    /** On a run's loop: the provider threw there, or answered nonsense. Nobody calls it any more, in no run. */
    void retire(Provider provider, AttachedRun run, String flow, String reason) {
        synchronized (lock) {
            if (!provider.isLive()) {
                return;
            }
            provider.problem(reason);
            provider.advance(Provider.State.DRAINING);
            sortLive();
        }
        String sentence = "Congestion plug-in " + provider.name() + " (" + provider.origin() + ") is retired: on "
                + flow + " it " + reason + "; its connections go on without it.";
        run.journal("retired", flow, sentence);
        news.publish(PluginEvent.Kind.RETIRED, provider.name(), sentence);
        HandOver.begin(runs, AttachedRun::providersChanged);
        news.later(() -> listeners.forEach(Runnable::run));
    }

    private void drain(List<Provider> leaving) {
        Provider[] known;
        synchronized (lock) {
            known = leaving.stream().filter(Provider::isKnown).toArray(Provider[]::new);
            leaving.forEach(provider -> provider.advance(Provider.State.DRAINING));
            sortLive();
        }
        if (known.length > 0) {
            handOver("left", known);
        }
        leaving.forEach(this::dismiss);
    }

    /** Tells every run, and waits until each has moved its connections or the time is over. */
    private void handOver(String what, Provider... changed) {
        HandOver.await(runs, run -> {
            for (Provider provider : changed) {
                run.journal("plugin", provider.name(), provider.origin() + ' ' + what);
            }
            run.providersChanged();
        }, limits.handOver());
        listeners.forEach(Runnable::run);
    }

    /** From here on no call begins; a call that is inside is waited for, then the object is given back. */
    private void dismiss(Provider provider) {
        provider.advance(Provider.State.EXPIRED);
        if (!provider.awaitOutside(limits.grace())) {
            news.publish(PluginEvent.Kind.RETIRED, provider.name(), "Congestion plug-in " + provider.name() + " ("
                    + provider.origin() + ") is stuck in a call and cannot be stopped: its bundle goes all the same, the"
                    + " run stands still until the call returns, and then goes on without it.");
        }
        giveBack(provider);
    }

    private void giveBack(Provider provider) {
        if (provider.release()) {
            services.unget(provider.reference());
        }
    }

    /** With the lock held. */
    private void sortLive() {
        live = providers.values().stream().filter(Provider::isLive).sorted(BEST_FIRST).toArray(Provider[]::new);
    }
}
