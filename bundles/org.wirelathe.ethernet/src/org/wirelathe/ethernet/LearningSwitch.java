package org.wirelathe.ethernet;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.wirelathe.api.link.Bridge;
import org.wirelathe.api.link.SwitchModel;
import org.wirelathe.api.link.SwitchSettings;
import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.node.NodeContext;

/** A switch that learns where stations are, knows VLANs, and shuts ports that close a loop. */
@Component
public final class LearningSwitch implements SwitchModel {
    @Override
    public String name() {
        return "switch";
    }

    @Override
    public Bridge create(NodeContext node, List<NetworkInterface> ports, SwitchSettings settings) {
        if (ports.isEmpty() || ports.size() > MacTable.PORTS) {
            throw new IllegalArgumentException("a switch has 1 to " + MacTable.PORTS + " ports, " + node.name()
                    + " has " + ports.size());
        }
        return new LearningBridge(node, ports, settings);
    }
}
