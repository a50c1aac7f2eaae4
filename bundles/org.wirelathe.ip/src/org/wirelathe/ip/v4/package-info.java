/** IPv4: packets in, out and through (RFC 791, RFC 1122, RFC 1812), with ICMP (RFC 792). */
package org.wirelathe.ip.v4;
