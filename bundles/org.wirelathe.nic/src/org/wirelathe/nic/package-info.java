/** The network interface card: rings, DMA, interrupts, offloads, PAUSE, and its standard driver. */
package org.wirelathe.nic;
