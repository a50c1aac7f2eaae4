/** The transport layer: connections to the socket layer. */
package org.wirelathe.api.transport;
