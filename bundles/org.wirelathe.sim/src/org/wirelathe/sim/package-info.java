/** The loop with its virtual and real clock, cables, impairments, seeded randomness and the journal. */
package org.wirelathe.sim;
