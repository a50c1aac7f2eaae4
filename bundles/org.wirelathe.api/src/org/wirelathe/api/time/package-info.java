/** The run's clock, timers, event loop and seeded randomness. */
package org.wirelathe.api.time;
