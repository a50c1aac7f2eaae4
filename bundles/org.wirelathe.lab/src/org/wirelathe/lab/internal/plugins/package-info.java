/**
 * Plug-ins that come and go while runs are alive: who provides an algorithm now, how its connections are handed over,
 * and the folder into which jars are dropped.
 *
 * <p>Two threads matter. A run's loop asks for leases and calls providers through them; it never calls OSGi. The thread
 * on which OSGi reports a provider posts to the loops and waits, bounded, until every connection has moved.
 */
package org.wirelathe.lab.internal.plugins;
