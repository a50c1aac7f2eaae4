/** What the lab can see: counters, gauges, the journal. */
package org.wirelathe.api.probe;
