package org.wirelathe.lab.internal.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.hooks.bundle.CollisionHook;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/**
 * Brings plug-in bundles into the framework and takes them out again. A successor is installed beside the bundle that it
 * replaces, and stays only when what it offers works: so a bad version never interrupts a good one, and connections go
 * straight from the old version to the new one.
 */
final class DropinInstaller implements CollisionHook {
    /** How the locations of dropped bundles begin. */
    static final String LOCATION = "dropin:";

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
            // Not started by itself in the next session, and startable at whatever level the lab itself is started.
            bundle.adapt(BundleStartLevel.class).setStartLevel(ownStartLevel());
            bundle.start(Bundle.START_TRANSIENT);
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
        List<Offer> offers = registry.offers(bundle.getBundleId());
        return offers.stream().map(Offer::algorithm).sorted().collect(Collectors.joining(", "));
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
        List<Offer> offers = registry.offers(bundle.getBundleId());
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

    private int ownStartLevel() {
        return context.getBundle().adapt(BundleStartLevel.class).getStartLevel();
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
