/** What is written down while a run goes on: frames, captures, curves, the journal. None of it is an event of the run. */
package org.wirelathe.lab.internal.record;
