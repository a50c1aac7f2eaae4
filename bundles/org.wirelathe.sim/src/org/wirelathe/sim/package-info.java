/** The event loop in virtual time, and cables with rate, delay and loss. */
package org.wirelathe.sim;
