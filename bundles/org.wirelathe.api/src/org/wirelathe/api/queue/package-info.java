/** Queues in front of a device. */
package org.wirelathe.api.queue;
