/** Which frames are meant: a subset of the language of pcap-filter(7). */
package org.wirelathe.wire.filter;
