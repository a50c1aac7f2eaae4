package org.wirelathe.cli.internal;

import java.util.List;
import org.wirelathe.lab.PluginEvent;
import org.wirelathe.lab.PluginListener;

/** Tells the user of plug-ins that were refused or retired; what works as it should goes without saying. */
public final class PluginNotices implements PluginListener {
    private final Stage stage;

    /** @param stage where to speak */
    public PluginNotices(Stage stage) {
        this.stage = stage;
    }

    @Override
    public void pluginEventsBefore(List<PluginEvent> events) {
        events.forEach(this::pluginEvent);
    }

    @Override
    public void pluginEvent(PluginEvent event) {
        switch (event.kind()) {
            case REFUSED, RETIRED -> stage.complain(event.message());
            case INSTALLED, UPDATED, REMOVED -> { }
        }
    }
}
