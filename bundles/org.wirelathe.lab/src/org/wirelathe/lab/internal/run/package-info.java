/** One run: its thread, its pace, what can be asked of it from outside, and how it comes to its end. */
package org.wirelathe.lab.internal.run;
