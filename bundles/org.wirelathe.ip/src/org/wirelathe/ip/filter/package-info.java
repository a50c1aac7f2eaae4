/** What a router may do to packets on their way: a firewall, and the translation of addresses and ports. */
package org.wirelathe.ip.filter;
