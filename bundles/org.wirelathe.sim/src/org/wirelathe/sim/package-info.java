/** The event loop in virtual time, and cables with rate, delay and impairments. */
package org.wirelathe.sim;
