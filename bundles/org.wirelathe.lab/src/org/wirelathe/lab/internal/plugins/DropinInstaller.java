package org.wirelathe.lab.internal.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.bundle.CollisionHook;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.wirelathe.api.congestion.CongestionAlgorithm;

/**
 * Brings plug-in bundles into the framework and takes them out again. A successor is installed beside the bundle that
 * it replaces, and stays only when what it offers works: so a bad version never interrupts a good one, and connections
 * go straight from the old version to the new one.
 */
final class DropinInstaller implements CollisionHook {
    /** How the locations of dropped bundles begin. */
    static final String LOCATION = "dropin:";
    /** How long the registry may take to decide on what a bundle offers. */
    private static final Duration VERDICT = Duration.ofSeconds(10);

    private final BundleContext context;
    private final AlgorithmRegistry registry;
    private final ServiceComponentRuntime components;

    DropinInstaller(BundleContext context, AlgorithmRegistry registry, ServiceComponentRuntime components) {
        this.context = context;
        this.registry = registry;
        this.components = components;
    }

    /** Takes out what an earlier session left in the framework's storage: the folder says what is to be there. */
    void clear() {
        for (Bundle bundle : context.getBundles()) {
            if (isDropped(bundle)) {
                remove(bundle);
            }
        }
    }

    /** Whether a bundle of that name is part of the product. */
    boolean isTaken(String symbolicName) {
        for (Bundle bundle : context.getBundles()) {
            if (symbolicName.equals(bundle.getSymbolicName()) && !isDropped(bundle)) {
                return true;
            }
        }
        return false;
    }

    /** Installs and starts a bundle, and makes sure that what it offers works; otherwise it leaves nothing behind. */
    Bundle bring(PluginJar jar) throws RefusedException, IOException {
        Bundle bundle = null;
        String problem = null;
        try (InputStream content = Files.newInputStream(jar.content())) {
            bundle = context.installBundle(LOCATION + jar.file() + '#' + jar.digest().substring(0, 16), content);
            makeStartable(bundle);
            bundle.start(Bundle.START_TRANSIENT); // transient: the next session looks at the folder again
            problem = problemOf(bundle);
        } catch (BundleException failed) {
            problem = Sentences.of(failed);
        }
        if (problem != null) {
            if (bundle != null) {
                remove(bundle);
            }
            throw new RefusedException(problem);
        }
        return bundle;
    }

    /** Names of the algorithms that a bundle provides. */
    String algorithms(Bundle bundle) {
        return offers(bundle).stream().map(Offer::algorithm).sorted().collect(Collectors.joining(", "));
    }

    private List<Offer> offers(Bundle bundle) {
        int services = 0;
        ServiceReference<?>[] registered = bundle.getRegisteredServices();
        for (ServiceReference<?> reference : registered == null ? new ServiceReference<?>[0] : registered) {
            String[] types = (String[]) reference.getProperty(Constants.OBJECTCLASS);
            services += List.of(types).contains(CongestionAlgorithm.class.getName()) ? 1 : 0;
        }
        return registry.offers(bundle.getBundleId(), services, VERDICT);
    }

    void remove(Bundle bundle) {
        try {
            bundle.uninstall();
        } catch (BundleException failed) {
            // Its activator threw while it was stopped; it is uninstalled all the same.
        }
    }

    /** {@code start} returns in peace for a component that fails to activate, so its return proves nothing. */
    private String problemOf(Bundle bundle) {
        List<Offer> offers = offers(bundle);
        String wrong = offers.stream().map(Offer::problem).filter(Objects::nonNull).findFirst().orElse(null);
        if (wrong == null && (!offers.isEmpty() || bundle.getRegisteredServices() != null)) {
            return null;
        }
        String trouble = ComponentTrouble.in(bundle, components);
        if (trouble != null) {
            return trouble;
        }
        return wrong != null ? wrong : "it offers no service: a congestion algorithm is a class with"
                + " @Component that implements CongestionAlgorithm";
    }

    /**
     * While the framework is still on its way up, a bundle may be above the level it has reached. A level that need not
     * be changed is not: for that the framework starts the bundle itself, on another thread.
     */
    private void makeStartable(Bundle bundle) {
        Bundle framework = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
        int reached = framework.adapt(FrameworkStartLevel.class).getStartLevel();
        BundleStartLevel level = bundle.adapt(BundleStartLevel.class);
        if (level.getStartLevel() > reached) {
            level.setStartLevel(reached);
        }
    }

    private static boolean isDropped(Bundle bundle) {
        return bundle.getLocation().startsWith(LOCATION);
    }

    /** A rebuilt jar may have its predecessor's name and version, and stand beside it for a moment. */
    @Override
    public void filterCollisions(int operation, Bundle target, Collection<Bundle> collisions) {
        if (operation == INSTALLING && target.equals(context.getBundle())) {
            collisions.removeIf(DropinInstaller::isDropped);
        }
    }
}
