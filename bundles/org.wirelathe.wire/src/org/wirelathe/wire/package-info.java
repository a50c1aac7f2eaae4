/**
 * The formats on the wire: header views over byte arrays, sequence numbers, addresses, checksums.
 *
 * <p>A header is a view: a record of a buffer and an offset that reads and writes fields in place and copies nothing.
 * Its {@code check} answers a {@link org.wirelathe.wire.Fault}; after {@code NONE} every accessor is in bounds. Nothing
 * here knows a clock, a connection or a service.
 */
package org.wirelathe.wire;
