/** UDP: ports, datagrams and their errors (RFC 768, RFC 8085). */
package org.wirelathe.ip.udp;
