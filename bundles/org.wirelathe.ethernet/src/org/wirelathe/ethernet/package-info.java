/** The link layer: Ethernet, ARP, VLAN and the learning switch. */
package org.wirelathe.ethernet;
