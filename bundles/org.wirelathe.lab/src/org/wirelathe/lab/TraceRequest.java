package org.wirelathe.lab;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which byte is to be followed on its way from one application to the other.
 *
 * @param from the sender: a node's name or an address of either family
 * @param fromPort its port; 0 for any
 * @param to the receiver: a node's name or an address of either family
 * @param toPort its port; 0 for any
 * @param position of the byte in the stream, from 0
 */
public record TraceRequest(String from, int fromPort, String to, int toPort, long position) {
    private static final String END = "(\\[[^\\s\\]]+\\]|[^\\s:>\\[]+)(?::(\\d{1,5}))?";
    private static final Pattern FORM =
            Pattern.compile("\\s*flow\\s+" + END + "\\s*>\\s*" + END + "\\s+byte\\s+(\\d{1,18})\\s*");
    private static final int MOST_PORT = 65_535;

    public TraceRequest {
        if (fromPort < 0 || fromPort > MOST_PORT || toPort < 0 || toPort > MOST_PORT || position < 0) {
            throw new IllegalArgumentException("ports go from 0 to " + MOST_PORT + ", bytes are counted from 0");
        }
    }

    /**
     * Reads {@code flow alice>bob:5001 byte 1000000}; IPv6 addresses stand in brackets.
     *
     * @throws IllegalArgumentException with a sentence, when it is something else
     */
    public static TraceRequest parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + text + "' names no byte of a flow; write it like"
                    + " 'flow alice>bob:5001 byte 1000000'");
        }
        return new TraceRequest(host(form.group(1)), port(form.group(2)), host(form.group(3)), port(form.group(4)),
                Long.parseLong(form.group(5)));
    }

    private static String host(String text) {
        return text.startsWith("[") ? text.substring(1, text.length() - 1) : text;
    }

    private static int port(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** {@code alice>bob:5001}. */
    public String flow() {
        return end(from, fromPort) + ">" + end(to, toPort);
    }

    private static String end(String host, int port) {
        String name = host.indexOf(':') < 0 ? host : "[" + host + "]";
        return port == 0 ? name : name + ":" + port;
    }
}
