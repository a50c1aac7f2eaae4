/** TCP Vegas: congestion avoidance that reads the queue from the round-trip time. */
package org.wirelathe.cc.vegas;
