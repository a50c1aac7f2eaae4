/** IPv6: packets in, out and through (RFC 8200), addresses (RFC 4291, RFC 6724), ICMPv6 (RFC 4443). */
package org.wirelathe.ip.v6;
