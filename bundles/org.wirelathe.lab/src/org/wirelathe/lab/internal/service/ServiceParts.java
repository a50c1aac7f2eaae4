package org.wirelathe.lab.internal.service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.wirelathe.lab.internal.build.Kind;
import org.wirelathe.lab.internal.build.Parts;
import org.wirelathe.lab.internal.plugins.PluginRegistry;

/** Parts that are OSGi services; fetched when they are first asked for, given back at the end. */
final class ServiceParts implements Parts {
    private final BundleContext context;
    private final Collection<ServiceReference<?>> references;
    private final PluginRegistry algorithms;
    private final Map<Kind<?>, List<Part>> taken = new HashMap<>();

    /** A part and where it came from. */
    record Part(ServiceReference<?> reference, Object service) {
    }

    /** @param references of services of all kinds */
    ServiceParts(BundleContext context, Collection<ServiceReference<?>> references, PluginRegistry algorithms) {
        this.context = context;
        this.references = references;
        this.algorithms = algorithms;
    }

    @Override
    public <T> List<T> all(Kind<T> kind) {
        return taken(kind).stream().map(part -> kind.type().cast(part.service())).toList();
    }

    /** The parts of a kind with their references, the best first. */
    synchronized List<Part> taken(Kind<?> kind) {
        return taken.computeIfAbsent(kind, this::fetch);
    }

    private List<Part> fetch(Kind<?> kind) {
        List<ServiceReference<?>> ofKind = new ArrayList<>();
        for (ServiceReference<?> reference : references) {
            if (List.of((String[]) reference.getProperty(Constants.OBJECTCLASS)).contains(kind.type().getName())) {
                ofKind.add(reference);
            }
        }
        ofKind.sort(null);
        List<Part> parts = new ArrayList<>();
        for (ServiceReference<?> reference : ofKind.reversed()) {
            Object service = context.getService(reference);
            if (service != null) { // null: it has gone, or could not be activated, which the log tells
                parts.add(new Part(reference, service));
            }
        }
        return parts;
    }

    @Override
    public PluginRegistry algorithms() {
        return algorithms;
    }

    @Override
    public synchronized void close() {
        for (List<Part> parts : taken.values()) {
            parts.forEach(part -> context.ungetService(part.reference()));
        }
        taken.clear();
    }
}
