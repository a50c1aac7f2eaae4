/** Cables, cards, drivers and the interfaces that hold them. */
package org.wirelathe.api.nic;
