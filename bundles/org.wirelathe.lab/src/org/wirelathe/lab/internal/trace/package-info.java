/** Follows one byte through the layers, and tells watchers of stages. */
package org.wirelathe.lab.internal.trace;
