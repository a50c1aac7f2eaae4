package org.wirelathe.api.link;

import java.util.List;

/** A switch at work (IEEE 802.1Q clause 8). Belongs to the loop's thread. */
public interface Bridge {
    /** The stations it has learned and not forgotten, by VLAN, then by MAC address. */
    List<StationRow> stations();

    /** Its ports, in the order in which they were given. */
    List<PortRow> ports();

    /** Forgets every station. */
    void flush();

    /** Lets go of its timers: the run is over. */
    void close();

    /**
     * One station, as a view shows it.
     *
     * @param mac its address
     * @param vlan where it was seen; 0 on a switch without VLANs
     * @param port the name of the interface behind which it is
     * @param age ns since it was last heard, to about a second
     */
    record StationRow(long mac, int vlan, String port, long age) {
    }

    /**
     * One port, as a view shows it.
     *
     * @param name the interface
     * @param blocked whether it is shut because it closes a loop
     * @param detail for people: where the loop is; empty when it is not blocked
     */
    record PortRow(String name, boolean blocked, String detail) {
    }
}
