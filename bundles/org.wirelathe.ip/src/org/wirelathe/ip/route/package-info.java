/** Where a packet goes: the longest prefix that matches its destination, and one of several next hops for its flow. */
package org.wirelathe.ip.route;
