/** The socket layer: descriptor tables, options, readiness and netstat. */
package org.wirelathe.socket;
