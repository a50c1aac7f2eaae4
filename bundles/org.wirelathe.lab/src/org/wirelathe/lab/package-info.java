/** Builds nodes from the layer services, runs, steps and swaps a lab, and writes its results. */
package org.wirelathe.lab;
