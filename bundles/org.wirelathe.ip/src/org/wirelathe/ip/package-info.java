/** The network layer of a node: the facade over both families, and what they share. */
package org.wirelathe.ip;
