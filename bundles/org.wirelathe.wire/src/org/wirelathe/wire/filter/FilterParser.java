package org.wirelathe.wire.filter;

import java.util.Set;
import org.wirelathe.wire.EtherType;
import org.wirelathe.wire.Mac;
import org.wirelathe.wire.Protocol;
import org.wirelathe.wire.filter.FrameFilter.Test;

/** Reads a filter. */
final class FilterParser {
    private static final int DEEPEST = 64;
    private static final Set<String> PROTOCOLS = Set.of("ether", "ip", "ip6", "arp", "tcp", "udp", "icmp", "icmp6");
    private static final Set<String> TYPES = Set.of("host", "net", "port", "portrange", "proto");
    private static final String EXAMPLES = "write a test such as 'host 10.0.1.1', 'tcp dst port 5001' or 'arp'";

    private final FilterWords words;
    private Qualifiers last;
    private int depth;

    /**
     * What is tested of a value.
     *
     * @param protocol empty for whatever suits the type
     * @param type {@code host}, {@code net}, {@code port}, {@code portrange} or {@code proto}
     */
    record Qualifiers(String protocol, Direction direction, String type) {
    }

    /** Which end of a frame is tested. */
    enum Direction {
        EITHER, SOURCE, DESTINATION, BOTH;

        /** Whether the frame is meant when the one end passes the test, or not, and the other. */
        boolean holds(boolean source, boolean destination) {
            return switch (this) {
                case EITHER -> source || destination;
                case SOURCE -> source;
                case DESTINATION -> destination;
                case BOTH -> source && destination;
            };
        }
    }

    FilterParser(String text) throws FilterException {
        words = new FilterWords(text);
    }

    Test parse() throws FilterException {
        if (words.peek().equals(FilterWords.END)) {
            return frame -> true;
        }
        Test test = expression();
        if (words.peek().equals(")")) {
            throw words.trouble("no '(' belongs to this ')'; take it away");
        }
        if (!words.peek().equals(FilterWords.END)) {
            throw words.trouble(words.shown() + " follows a whole test; write 'and' or 'or' before it");
        }
        return test;
    }

    private Test expression() throws FilterException {
        Test test = term();
        while (true) {
            Test before = test;
            if (words.took("and")) {
                Test then = term();
                test = frame -> before.holds(frame) && then.holds(frame);
            } else if (words.took("or")) {
                Test then = term();
                test = frame -> before.holds(frame) || then.holds(frame);
            } else {
                return test;
            }
        }
    }

    private Test term() throws FilterException {
        if (depth == DEEPEST) {
            throw words.trouble("more than " + DEEPEST + " tests inside each other; write them side by side");
        }
        depth++;
        Test test;
        if (words.took("not")) {
            Test inner = term();
            test = frame -> !inner.holds(frame);
        } else if (words.took("(")) {
            test = expression();
            if (!words.took(")")) {
                throw words.trouble("a ')' is missing before " + words.shown());
            }
        } else {
            test = primitive();
        }
        depth--;
        return test;
    }

    private Test primitive() throws FilterException {
        String word = words.peek();
        switch (word) {
            case "less", "greater" -> {
                words.take();
                int length = FilterValues.number(words, "a length in bytes", 65_535);
                return word.equals("less") ? frame -> frame.length <= length : frame -> frame.length >= length;
            }
            case "vlan" -> {
                words.take();
                return vlan();
            }
            case "broadcast", "multicast" -> {
                return group();
            }
            case FilterWords.END, ")", "and", "or" -> throw words.trouble("a test is missing before " + words.shown()
                    + "; " + EXAMPLES);
            default -> {
                return PROTOCOLS.contains(word) ? ofProtocol() : qualified("");
            }
        }
    }

    private Test vlan() throws FilterException {
        if (words.atEndOfTest()) {
            return frame -> frame.vlan != FrameFields.NONE;
        }
        int id = FilterValues.number(words, "a VLAN", 4095);
        return frame -> frame.vlan == id;
    }

    private Test group() {
        if (words.take().equals("broadcast")) {
            return frame -> frame.destinationMac() == Mac.BROADCAST;
        }
        return frame -> frame.etherType != FrameFields.NONE && Mac.isGroup(frame.destinationMac());
    }

    private Test ofProtocol() throws FilterException {
        String protocol = words.take();
        if (protocol.equals("ether") && (words.peek().equals("broadcast") || words.peek().equals("multicast"))) {
            return group();
        }
        if (!words.atEndOfTest()) {
            return qualified(protocol);
        }
        return switch (protocol) {
            case "ip" -> frame -> frame.etherType == EtherType.IPV4;
            case "ip6" -> frame -> frame.etherType == EtherType.IPV6;
            case "arp" -> frame -> frame.etherType == EtherType.ARP;
            case "tcp" -> frame -> frame.protocol == Protocol.TCP;
            case "udp" -> frame -> frame.protocol == Protocol.UDP;
            case "icmp" -> frame -> frame.etherType == EtherType.IPV4 && frame.protocol == Protocol.ICMP;
            case "icmp6" -> frame -> frame.etherType == EtherType.IPV6 && frame.protocol == Protocol.ICMPV6;
            default -> throw words.trouble("every frame here is Ethernet; write 'ether host' and an address, or"
                    + " 'ether proto' and a number");
        };
    }

    /** {@code [src|dst] [host|net|port|portrange|proto] value}, behind a protocol or not. */
    private Test qualified(String protocol) throws FilterException {
        boolean bare = true;
        Direction direction = Direction.EITHER;
        if (words.peek().equals("src") || words.peek().equals("dst")) {
            direction = direction();
            bare = false;
        }
        String type = "host";
        if (TYPES.contains(words.peek())) {
            type = words.take();
            bare = false;
        }
        if (bare && protocol.isEmpty()) {
            if (last == null || !isValue(words.peek())) {
                throw words.trouble(words.shown() + " is no word of a filter; " + EXAMPLES);
            }
            return FilterValues.test(words, last);
        }
        if (bare) {
            throw words.trouble(words.shown() + " says nothing behind '" + protocol + "'; write "
                    + FilterValues.behind(protocol));
        }
        FilterValues.requireFit(words, protocol, type);
        last = new Qualifiers(protocol, direction, type);
        return FilterValues.test(words, last);
    }

    /** Whether a word may be an address, a network or a port, not a name. */
    private static boolean isValue(String word) {
        return Character.isDigit(word.charAt(0)) || word.contains(":");
    }

    /** {@code src}, {@code dst}, {@code src or dst}, {@code src and dst}. */
    private Direction direction() {
        boolean source = words.take().equals("src");
        String joint = words.peek();
        if ((joint.equals("or") || joint.equals("and")) && words.peek(1).equals(source ? "dst" : "src")) {
            words.take();
            words.take();
            return joint.equals("or") ? Direction.EITHER : Direction.BOTH;
        }
        return source ? Direction.SOURCE : Direction.DESTINATION;
    }
}
