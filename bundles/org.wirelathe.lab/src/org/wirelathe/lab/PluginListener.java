package org.wirelathe.lab;

/**
 * Register it as an OSGi service to hear what happens to plug-ins. Who comes late is told of the latest events first.
 */
public interface PluginListener {
    /** Called on a thread of the lab's, one event at a time, in order; it may take its time. */
    void pluginEvent(PluginEvent event);
}
