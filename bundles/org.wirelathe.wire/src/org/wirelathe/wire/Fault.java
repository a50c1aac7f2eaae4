package org.wirelathe.wire;

/**
 * What is wrong with a received header. Malformed input is a value, never an exception: the layer counts the fault by
 * its name and drops the packet.
 */
public enum Fault {
    /** Nothing: the header may be used. */
    NONE,
    /** The bytes end before the header does. */
    TRUNCATED,
    /** A version, hardware type or length-of-address field names a format that this header is not. */
    VERSION,
    /** The header length field is below the least or beyond the bytes. */
    HEADER_LENGTH,
    /** The total length field is below the header or beyond the bytes. */
    TOTAL_LENGTH,
    /** The checksum does not verify. */
    CHECKSUM,
    /** An option's length is 0 or 1, or reaches beyond the header. */
    OPTION,
    /** An address may not stand where it stands (RFC 1122 §3.2.1.3). */
    ADDRESS,
    /** A message that no router may let through has not the hop limit that proves it (RFC 4861 §3.1). */
    HOP_LIMIT,
    /** Flags that exclude each other. */
    FLAGS,
    /** An operation or message type that is not known. */
    OPERATION,
    /** An extension header that may not stand where it stands, or one too many of them (RFC 8200 §4.1). */
    CHAIN,
    /** A fragment that no packet can have been cut into, or that lacks headers it must hold (RFC 8200 §4.5). */
    FRAGMENT
}
