/** TCP: segment arrival, loss recovery, timers, and Reno, which is always there. */
package org.wirelathe.tcp;
