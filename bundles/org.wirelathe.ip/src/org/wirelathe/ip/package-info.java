/** The network layer: IPv4, IPv6, ICMP, routing, fragments and UDP. */
package org.wirelathe.ip;
