/** Capture files in the pcapng format. */
package org.wirelathe.wire.pcapng;
