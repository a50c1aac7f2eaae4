/** The network layer: IP to the layers above it. */
package org.wirelathe.api.net;
