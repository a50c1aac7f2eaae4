/**
 * Packets in pieces: cut for a link that takes no larger ones, and put together again where they are for. Both families
 * (RFC 791 §3.2, RFC 815, RFC 8200 §4.5).
 */
package org.wirelathe.ip.fragment;
