/** Sockets as applications see them. */
package org.wirelathe.api.socket;
