package org.wirelathe.lab;

/**
 * Something that happened seldom and matters.
 *
 * @param time when, ns of virtual time
 * @param kind what, in a word: {@code swap}, {@code timeout}, {@code link}
 * @param subject to whom: a node, or a connection as {@code alice:49152>10.0.2.1:5001}
 * @param detail a sentence for people
 */
public record JournalEntry(long time, String kind, String subject, String detail) {
}
