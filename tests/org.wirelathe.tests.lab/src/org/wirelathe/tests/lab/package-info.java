/** Whole labs in a real framework: what the examples promise, and that a run is the same every time. */
package org.wirelathe.tests.lab;
