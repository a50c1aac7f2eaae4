package org.wirelathe.lab.internal.plugins;

import java.util.List;

/** Service inside the lab: where a run gets its congestion algorithms from. */
public interface PluginRegistry {
    /**
     * Lets a run have algorithms. From now on it is told when they change, until it closes what this returns.
     *
     * @return what the run's transport layers are made with
     */
    RunAlgorithms attach(RunHandle run);

    /** The algorithms that can be had from plug-ins now, by name; those built into TCP are not among them. */
    List<Available> available();

    /** Calls {@code listener} after algorithms came or went, on whichever thread that happened; it must return soon. */
    void addListener(Runnable listener);

    void removeListener(Runnable listener);

    /**
     * An algorithm that can be had.
     *
     * @param algorithm its name
     * @param bundle symbolic name of the bundle that provides it
     * @param version that bundle's version
     */
    record Available(String algorithm, String bundle, String version) {
    }
}
