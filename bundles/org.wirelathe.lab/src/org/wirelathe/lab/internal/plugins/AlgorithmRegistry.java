package org.wirelathe.lab.internal.plugins;

import java.time.Duration;
import java.util.List;
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
 * <p>A provider is rehearsed before a run gets it. When it leaves, every connection has moved before OSGi goes on to
 * stop its bundle; a provider that is stuck in a call is waited for, but not for ever.
 */
@Component(service = {PluginRegistry.class, AlgorithmRegistry.class})
public final class AlgorithmRegistry implements PluginRegistry {
    private final ServiceSource services;
    private final PluginNews news;
    private final Limits limits;
    private final ProviderTable table = new ProviderTable();
    private final List<AttachedRun> runs = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

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
        return table.available();
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
        return table.best(name);
    }

    /** As {@link ProviderTable#offers}. */
    List<Offer> offers(long bundle, int expected, Duration limit) {
        return table.offers(bundle, expected, limit);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindAlgorithm(ServiceReference<CongestionAlgorithm> reference) {
        Provider provider = table.add(reference);
        if (provider == null) {
            return;
        }
        String problem = fetch(provider);
        if (problem == null) {
            problem = Probe.problemOf(provider, limits.probe());
        }
        if (problem != null) {
            refuse(provider, problem);
        } else if (table.accept(provider)) {
            handOver("arrived", List.of(provider));
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
        boolean stillBound = table.reject(provider, problem);
        giveBack(provider);
        if (stillBound && !provider.isDropped()) {
            news.publish(PluginEvent.Kind.REFUSED, provider.name(),
                    "Congestion plug-in " + provider.origin() + " is not let in: " + problem + '.');
        }
    }

    void updatedAlgorithm(ServiceReference<CongestionAlgorithm> reference) {
        if (table.reorder()) {
            handOver("changed", List.of());
        }
    }

    void unbindAlgorithm(ServiceReference<CongestionAlgorithm> reference) {
        Provider provider = table.remove(reference);
        if (provider != null) {
            drain(List.of(provider));
        }
    }

    /** At shutdown the order of events varies: whoever is still bound is drained here as well. */
    @Deactivate
    void deactivate() {
        drain(table.end());
    }

    /** On a run's loop: the provider threw there, or answered nonsense. Nobody calls it any more, in no run. */
    void retire(Provider provider, AttachedRun run, String flow, String reason) {
        if (!table.retire(provider, reason)) {
            return;
        }
        String sentence = "Congestion plug-in " + provider.label() + " is retired: on " + flow + " it " + reason
                + "; its connections go on without it.";
        run.journal("retired", flow, sentence);
        news.publish(PluginEvent.Kind.RETIRED, provider.name(), sentence);
        HandOver.begin(runs, AttachedRun::providersChanged);
        news.later(() -> listeners.forEach(Runnable::run));
    }

    private void drain(List<Provider> leaving) {
        List<Provider> known = table.drain(leaving);
        if (!known.isEmpty()) {
            handOver("left", known);
        }
        leaving.forEach(this::dismiss);
    }

    /** Tells every run, and waits until each has moved its connections or the time is over. */
    private void handOver(String what, List<Provider> changed) {
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
            news.publish(PluginEvent.Kind.RETIRED, provider.name(), "Congestion plug-in " + provider.label()
                    + " is stuck in a call and cannot be stopped: its bundle goes all the same, the run stands still"
                    + " until the call returns, and then goes on without it.");
        }
        giveBack(provider);
    }

    private void giveBack(Provider provider) {
        if (provider.release()) {
            services.unget(provider.reference());
        }
    }
}
