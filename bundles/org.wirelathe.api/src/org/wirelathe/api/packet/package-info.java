/** One packet, one buffer: the sk_buff of the lab. */
package org.wirelathe.api.packet;
