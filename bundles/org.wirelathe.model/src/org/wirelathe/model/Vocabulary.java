package org.wirelathe.model;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names of the plug-ins that a lab file may use. An empty set means that nothing is known, so
 * that nothing is refused.
 *
 * @param algorithms congestion control algorithms
 * @param apps applications
 * @param queues queue disciplines
 * @param drivers NIC drivers
 * @param schemas the parameters of applications, by name; an application without a schema takes
 *     anything
 * @param settings what can be set on a queue beside its limit, by its discipline; of a discipline
 *     without any entry every setting is taken
 * @param driverSettings what can be set on a driver, by its name: one that works from a file has a
 *     required {@link ValueType#FILE} among them; of a driver without any entry every setting is
 *     taken
 */
public record Vocabulary(
        Set<String> algorithms,
        Set<String> apps,
        Set<String> queues,
        Set<String> drivers,
        Map<String, AppSchema> schemas,
        Map<String, List<AppSchema.Parameter>> settings,
        Map<String, List<AppSchema.Parameter>> driverSettings) {
    /** Takes every name, and checks the parameters of the built-in applications. */
    public static final Vocabulary ANY = new Vocabulary(Set.of(), Set.of(), Set.of(), Set.of());

    public Vocabulary {
        algorithms = Set.copyOf(algorithms);
        apps = Set.copyOf(apps);
        queues = Set.copyOf(queues);
        drivers = Set.copyOf(drivers);
        schemas = Map.copyOf(schemas);
        settings = Map.copyOf(settings);
        driverSettings = Map.copyOf(driverSettings);
    }

    /** With nothing known of what drivers take. */
    public Vocabulary(
            Set<String> algorithms,
            Set<String> apps,
            Set<String> queues,
            Set<String> drivers,
            Map<String, AppSchema> schemas,
            Map<String, List<AppSchema.Parameter>> settings) {
        this(algorithms, apps, queues, drivers, schemas, settings, Map.of());
    }

    /** With the settings of the built-in queues. */
    public Vocabulary(
            Set<String> algorithms,
            Set<String> apps,
            Set<String> queues,
            Set<String> drivers,
            Map<String, AppSchema> schemas) {
        this(algorithms, apps, queues, drivers, schemas, QueueSettings.BUILT_IN);
    }

    /** With the schemas of the built-in applications. */
    public Vocabulary(
            Set<String> algorithms, Set<String> apps, Set<String> queues, Set<String> drivers) {
        this(algorithms, apps, queues, drivers, AppSchema.BUILT_IN);
    }
}
