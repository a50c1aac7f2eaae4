/** IPv4 with routing, forwarding and ICMP. */
package org.wirelathe.ip;
