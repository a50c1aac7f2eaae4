/** The network card, its ring driver, and the interface that holds both behind a queue. */
package org.wirelathe.nic;
