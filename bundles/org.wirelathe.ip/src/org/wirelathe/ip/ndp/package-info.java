/** Neighbour discovery (RFC 4861), address autoconfiguration (RFC 4862) and stable addresses (RFC 7217). */
package org.wirelathe.ip.ndp;
