package org.wirelathe.model;

import java.util.List;
import java.util.stream.Collectors;

/** What a single value in a lab file may look like. */
public enum ValueType {
    /** Any text. */
    TEXT("a text", "First transfer", ".*"),
    /** The name of a node, an interface or a plug-in. */
    NAME("a name", "alice", Patterns.NAME),
    /** {@code true} or {@code false}. */
    FLAG("true or false", "true", "true|false"),
    /** A whole number. */
    INTEGER("a whole number", "1", "-?[0-9]+"),
    /** A TCP or UDP port, 1 to 65535. */
    PORT("a port", "5001", "[0-9]+"),
    /** A {@link Quantity#TIME}. */
    TIME("a time", "10 ms", Patterns.of(Quantity.TIME)),
    /** A {@link Quantity#RATE}. */
    RATE("a rate", "100 Mbit/s", Patterns.of(Quantity.RATE)),
    /** A {@link Quantity#SIZE}. */
    SIZE("a size", "64 KiB", Patterns.of(Quantity.SIZE)),
    /** A {@link Quantity#SHARE}, 0 % to 100 %. */
    SHARE("a share", "0.1 %", Patterns.of(Quantity.SHARE)),
    /** A {@link Quantity#PACKETS}. */
    PACKETS("a number of packets", "100 packets", Patterns.of(Quantity.PACKETS)),
    /** What a queue holds: a {@link Quantity#PACKETS} or a {@link Quantity#SIZE}. */
    LIMIT(
            "a queue limit",
            "100 packets",
            Patterns.of(Quantity.PACKETS) + "|" + Patterns.of(Quantity.SIZE)),
    /** An address of either family. */
    ADDRESS("an address", "10.0.1.254", Patterns.ADDRESS),
    /** The address of an interface with the length of its network's prefix. */
    INTERFACE_ADDRESS(
            "an address with its prefix length", "10.0.1.1/24", "(" + Patterns.ADDRESS + ")/[0-9]{1,3}"),
    /** A network, or the word {@code default} for all of the family of the next hop. */
    NETWORK("a network", "10.0.2.0/24", "(" + Patterns.ADDRESS + ")/[0-9]{1,3}|default"),
    /** An Ethernet address of one station. */
    MAC("a MAC address", "02:00:00:00:00:01", "[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5}"),
    /** A node and its interface. */
    PORT_REF("an interface of a node", "alice:eth0", Patterns.NAME + ":" + Patterns.NAME),
    /** A node, or a node and its interface. */
    LINK_END("an end of a cable", "r1", Patterns.NAME + "(:" + Patterns.NAME + ")?"),
    /** A file to read; relative to the lab file. */
    FILE("a file", "payload.bin", ".+"),
    /** A file to write, inside the folder of the results. */
    OUTPUT("a file inside the results", "received.bin", ".+"),
    /** A node's name or an address. */
    HOST("a node or an address", "bob", Patterns.HOST),
    /** A node's name or an address, an IPv6 address in brackets, a colon and a port. */
    ENDPOINT(
            "a node or an address, and a port",
            "bob:5001",
            "(" + Patterns.NAME + "|" + Patterns.V4 + "|\\[" + Patterns.V6 + "\\]):[0-9]+"),
    /** Anything at all: the application looks at it. */
    ANY("a value", "1", ".*");

    private final String phrase;
    private final String example;
    private final String pattern;

    ValueType(String phrase, String example, String pattern) {
        this.phrase = phrase;
        this.example = example;
        this.pattern = pattern;
    }

    /** What this is, in a sentence: {@code a rate}. */
    public String phrase() {
        return phrase;
    }

    /** A value of this type. */
    public String example() {
        return example;
    }

    /** A regular expression (ECMA 262) that every value of this type matches as a whole. */
    public String pattern() {
        return "^(" + pattern + ")$";
    }

    private static final class Patterns {
        static final String NAME = "[A-Za-z][A-Za-z0-9_-]*";
        static final String V4 = "[0-9]{1,3}(\\.[0-9]{1,3}){3}";
        static final String V6 = "[0-9a-fA-F:.]*:[0-9a-fA-F:.]*";
        static final String ADDRESS = V4 + "|" + V6;
        static final String HOST = NAME + "|" + ADDRESS;

        static String of(Quantity quantity) {
            List<String> units = quantity.units();
            String alternatives = units.stream().collect(Collectors.joining("|", "(", ")"));
            String packet = quantity == Quantity.PACKETS ? "?" : "";
            return "0|[0-9]+(\\.[0-9]+)? *" + alternatives + packet;
        }
    }
}
