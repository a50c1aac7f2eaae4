/** Puts a lab together from the parts that bundles provide: cables, nodes with their layers, applications, events. */
package org.wirelathe.lab.internal.build;
