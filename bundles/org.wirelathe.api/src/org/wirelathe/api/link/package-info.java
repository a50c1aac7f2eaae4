/** The link layer: Ethernet and ARP to the layers above it. */
package org.wirelathe.api.link;
