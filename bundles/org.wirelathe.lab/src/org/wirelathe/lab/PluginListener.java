package org.wirelathe.lab;

import java.util.List;

/**
 * Register it as an OSGi service to hear what happens to plug-ins. It is called on a thread of the lab's, one call at a
 * time, and may take its time.
 */
public interface PluginListener {
    /** Called once, before all else: the latest of what happened before this listener was there, oldest first. */
    default void pluginEventsBefore(List<PluginEvent> events) {
    }

    /** Something happened; in order. */
    void pluginEvent(PluginEvent event);
}
