package org.wirelathe.lab;

import java.util.List;
import java.util.Map;
import org.wirelathe.api.link.Bridge;
import org.wirelathe.api.link.NeighbourRow;

/**
 * What the link layer of a node has learned of those around it.
 *
 * @param neighbours of a host or router: the neighbours on each of its links, by the link's name
 * @param stations of a switch: the stations it knows, by VLAN, then by MAC address
 * @param ports of a switch: its ports, in order
 */
public record LinkTables(Map<String, List<NeighbourRow>> neighbours, List<Bridge.StationRow> stations,
        List<Bridge.PortRow> ports) {
    /** Nothing is known. */
    public static final LinkTables NONE = new LinkTables(Map.of(), List.of(), List.of());
}
