/** Congestion control: what an algorithm is told and what it answers. */
package org.wirelathe.api.congestion;
