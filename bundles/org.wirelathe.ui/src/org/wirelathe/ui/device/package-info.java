/** Pictures of one interface: its queue, its rings, its card and its interrupts, as they are in a running lab. */
package org.wirelathe.ui.device;
