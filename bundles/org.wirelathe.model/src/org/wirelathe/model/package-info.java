/**
 * The lab: an immutable topology with its applications, events and run settings, read from a lab
 * file with every problem of the file at once.
 *
 * <p>Start at {@link org.wirelathe.model.LabFile#parse}. Times are nanoseconds of virtual time,
 * rates bit/s, sizes bytes, IPv4 addresses {@code int} in network bit order (10.0.0.1 is {@code
 * 0x0A000001}).
 */
package org.wirelathe.model;
