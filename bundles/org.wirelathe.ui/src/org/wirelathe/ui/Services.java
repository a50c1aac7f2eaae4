package org.wirelathe.ui;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.wirelathe.lab.Labs;
import org.wirelathe.lab.PluginEvent;
import org.wirelathe.lab.PluginListener;
import org.wirelathe.model.Vocabulary;

/** The lab service, which may come and go, as seen from the display's thread. */
public final class Services {
    private static final List<Runnable> LISTENERS = new CopyOnWriteArrayList<>();
    private static final List<Consumer<PluginEvent>> NEWS = new CopyOnWriteArrayList<>();
    private static final Runnable CHANGED = Services::changed;
    private static ServiceTracker<Labs, Labs> tracker;

    private Services() {
    }

    private static synchronized ServiceTracker<Labs, Labs> tracker() {
        if (tracker == null) {
            var context = FrameworkUtil.getBundle(Services.class).getBundleContext();
            tracker = new ServiceTracker<>(context, Labs.class, null) {
                @Override
                public Labs addingService(ServiceReference<Labs> reference) {
                    Labs labs = super.addingService(reference);
                    labs.addListener(CHANGED);
                    changed();
                    return labs;
                }

                @Override
                public void removedService(ServiceReference<Labs> reference, Labs labs) {
                    labs.removeListener(CHANGED);
                    super.removedService(reference, labs);
                    changed();
                }
            };
            tracker.open();
            context.registerService(PluginListener.class, new PluginListener() {
                @Override
                public void pluginEvent(PluginEvent event) {
                    display(() -> NEWS.forEach(n -> n.accept(event)));
                }
            }, null);
        }
        return tracker;
    }

    /** Calls {@code listener} on the display's thread when something happened to a plug-in. */
    public static void addPluginListener(Consumer<PluginEvent> listener) {
        NEWS.add(listener);
        tracker();
    }

    public static void removePluginListener(Consumer<PluginEvent> listener) {
        NEWS.remove(listener);
    }

    /** What builds and runs labs; empty when it is not there. */
    public static Optional<Labs> labs() {
        return Optional.ofNullable(tracker().getService());
    }

    /** What a lab may name now. */
    public static Vocabulary vocabulary() {
        return labs().map(Labs::vocabulary).orElse(Vocabulary.ANY);
    }

    /** The congestion control algorithms that are there now, by name. */
    public static Set<String> algorithms() {
        return new TreeSet<>(vocabulary().algorithms());
    }

    /** Calls {@code listener} on the display's thread after plug-ins or the lab service came or went. */
    public static void addLabsListener(Runnable listener) {
        LISTENERS.add(listener);
        tracker();
    }

    public static void removeLabsListener(Runnable listener) {
        LISTENERS.remove(listener);
    }

    private static void changed() {
        display(() -> LISTENERS.forEach(Runnable::run));
    }

    private static void display(Runnable task) {
        if (PlatformUI.isWorkbenchRunning()) {
            PlatformUI.getWorkbench().getDisplay().asyncExec(task);
        }
    }
}
