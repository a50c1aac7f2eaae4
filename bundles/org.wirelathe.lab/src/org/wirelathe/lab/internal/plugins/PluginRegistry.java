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

    /** Names of the algorithms that can be had from plug-ins now, sorted; those built into TCP are not among them. */
    List<String> names();
}
