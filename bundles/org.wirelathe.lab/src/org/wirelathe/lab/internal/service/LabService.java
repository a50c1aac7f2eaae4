package org.wirelathe.lab.internal.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.wirelathe.api.app.Application;
import org.wirelathe.api.link.LinkLayer;
import org.wirelathe.api.link.SwitchModel;
import org.wirelathe.api.net.NetworkLayer;
import org.wirelathe.api.nic.CableFactory;
import org.wirelathe.api.nic.NicDriver;
import org.wirelathe.api.nic.NicModel;
import org.wirelathe.api.queue.QueueDiscipline;
import org.wirelathe.api.socket.SocketLayer;
import org.wirelathe.api.time.EventLoopFactory;
import org.wirelathe.api.transport.DatagramLayer;
import org.wirelathe.api.transport.TransportLayer;
import org.wirelathe.lab.LabException;
import org.wirelathe.lab.LabRun;
import org.wirelathe.lab.Labs;
import org.wirelathe.lab.PlugIn;
import org.wirelathe.lab.RunOptions;
import org.wirelathe.lab.internal.build.Kind;
import org.wirelathe.lab.internal.plugins.PluginRegistry;
import org.wirelathe.lab.internal.run.Preparation;
import org.wirelathe.model.AppSchema;
import org.wirelathe.model.Lab;
import org.wirelathe.model.Vocabulary;

/**
 * The service {@link Labs}. It holds references, not objects: a part is fetched for a run and given back after it, so a
 * provider that comes or goes disturbs nobody, and one that cannot be activated is simply not there.
 */
@Component(reference = {
        @Reference(name = "loop", service = EventLoopFactory.class, bind = "bind", unbind = "unbind",
                cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC),
        @Reference(name = "cable", service = CableFactory.class, bind = "bind", unbind = "unbind",
                cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC),
        @Reference(name = "card", service = NicModel.class, bind = "bind", unbind = "unbind",
                cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC),
        @Reference(name = "driver", service = NicDriver.class, bind = "bind", unbind = "unbind",
                cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC),
        @Reference(name = "queue", service = QueueDiscipline.class, bind = "bind", unbind = "unbind",
                cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC),
        @Reference(name = "link", service = LinkLayer.class, bind = "bind", unbind = "unbind",
                cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC),
        @Reference(name = "switch", service = SwitchModel.class, bind = "bind", unbind = "unbind",
                cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC),
        @Reference(name = "network", service = NetworkLayer.class, bind = "bind", unbind = "unbind",
                cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC),
        @Reference(name = "transport", service = TransportLayer.class, bind = "bind", unbind = "unbind",
                cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC),
        @Reference(name = "datagram", service = DatagramLayer.class, bind = "bind", unbind = "unbind",
                cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC),
        @Reference(name = "socket", service = SocketLayer.class, bind = "bind", unbind = "unbind",
                cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC),
        @Reference(name = "application", service = Application.class, bind = "bind", unbind = "unbind",
                cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)})
public final class LabService implements Labs {
    private static final String OWN = "org.wirelathe.";
    private static final Map<PlugIn.Kind, Kind<?>> LISTED = new TreeMap<>(Map.of(
            PlugIn.Kind.DRIVER, Kind.DRIVER,
            PlugIn.Kind.QUEUE, Kind.QUEUE,
            PlugIn.Kind.LINK_LAYER, Kind.LINK,
            PlugIn.Kind.NETWORK_LAYER, Kind.NETWORK,
            PlugIn.Kind.TRANSPORT_LAYER, Kind.TRANSPORT,
            PlugIn.Kind.SOCKET_LAYER, Kind.SOCKET,
            PlugIn.Kind.APPLICATION, Kind.APPLICATION));

    private final BundleContext context;
    private final PluginRegistry registry;
    private final List<ServiceReference<?>> references = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Runnable algorithmsChanged = this::changed;

    @Activate
    public LabService(BundleContext context, @Reference PluginRegistry registry) {
        this.context = context;
        this.registry = registry;
        registry.addListener(algorithmsChanged);
    }

    @Deactivate
    void deactivate() {
        registry.removeListener(algorithmsChanged);
    }

    void bind(ServiceReference<?> reference) {
        references.add(reference);
        changed();
    }

    void unbind(ServiceReference<?> reference) {
        references.remove(reference);
        changed();
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    @Override
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    @Override
    public Vocabulary vocabulary() {
        try (ServiceParts parts = parts()) {
            Set<String> algorithms = new TreeSet<>();
            registry.available().forEach(available -> algorithms.add(available.algorithm()));
            parts.all(Kind.TRANSPORT).forEach(layer -> algorithms.addAll(layer.builtIn()));
            Map<String, AppSchema> schemas = new HashMap<>();
            for (Application application : parts.all(Kind.APPLICATION).reversed()) {
                schemas.put(application.name(), AppSchemas.of(application));
            }
            return new Vocabulary(algorithms, schemas.keySet(), names(parts, Kind.QUEUE), names(parts, Kind.DRIVER),
                    schemas, SettingParameters.ofQueues(parts.all(Kind.QUEUE)),
                    SettingParameters.ofDrivers(parts.all(Kind.DRIVER)));
        }
    }

    private static <T> Set<String> names(ServiceParts parts, Kind<T> kind) {
        Set<String> names = new HashSet<>();
        parts.all(kind).forEach(part -> names.add(kind.name().apply(part)));
        return names;
    }

    @Override
    public List<PlugIn> plugIns() {
        try (ServiceParts parts = parts()) {
            List<PlugIn> found = new ArrayList<>();
            LISTED.forEach((as, kind) -> add(found, as, kind, parts));
            for (PluginRegistry.Available available : registry.available()) {
                found.add(new PlugIn(PlugIn.Kind.ALGORITHM, available.algorithm(), available.bundle(),
                        release(Version.parseVersion(available.version()))));
            }
            for (ServiceParts.Part part : parts.taken(Kind.TRANSPORT)) {
                for (String name : ((TransportLayer) part.service()).builtIn()) {
                    found.add(plugIn(PlugIn.Kind.ALGORITHM, name, part.reference()));
                }
            }
            found.sort(Comparator.comparing(PlugIn::kind).thenComparing(PlugIn::name).thenComparing(PlugIn::bundle));
            return List.copyOf(found);
        }
    }

    private static <T> void add(List<PlugIn> found, PlugIn.Kind as, Kind<T> kind, ServiceParts parts) {
        for (ServiceParts.Part part : parts.taken(kind)) {
            found.add(plugIn(as, kind.name().apply(kind.type().cast(part.service())), part.reference()));
        }
    }

    private static PlugIn plugIn(PlugIn.Kind kind, String name, ServiceReference<?> reference) {
        Bundle bundle = reference.getBundle(); // null when it has gone this moment
        return bundle == null ? new PlugIn(kind, name, "", "")
                : new PlugIn(kind, name, bundle.getSymbolicName(), release(bundle.getVersion()));
    }

    /** The version without what the build adds. */
    private static String release(Version version) {
        return version.getMajor() + "." + version.getMinor() + "." + version.getMicro();
    }

    @Override
    public LabRun prepare(Lab lab, RunOptions options) throws LabException {
        return new Preparation(parts(), versions()).prepare(lab, options);
    }

    private Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>();
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getSymbolicName().startsWith(OWN) && bundle.getState() != Bundle.INSTALLED) {
                versions.put(bundle.getSymbolicName(), bundle.getVersion().toString());
            }
        }
        versions.put("java", Runtime.version().toString());
        return versions;
    }

    private ServiceParts parts() {
        return new ServiceParts(context, references, registry);
    }
}
