/** Ethernet II frames, and ARP with its neighbour cache. */
package org.wirelathe.ethernet;
