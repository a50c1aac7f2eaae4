package org.wirelathe.ip.filter;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

import org.wirelathe.api.net.FilterRule;
import org.wirelathe.api.net.FilterRule.Action;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Counters;
import org.wirelathe.wire.filter.FilterException;
import org.wirelathe.wire.filter.FrameFilter;

/**
 * A list of rules: of those of a place the first that matches decides, and what none matches passes. It knows packets,
 * not connections.
 *
 * <p>At {@code firewall} it counts, for each place, {@code inputSeen = inputAccepted + inputDropped + inputRejected},
 * and for each rule the packets that it decided about, by its number in the list from 1: {@code rule1}.
 */
public final class Firewall {
    private static final String PLACE = "firewall";
    private static final int PLACES = FilterRule.Place.values().length;
    private static final int ACTIONS = Action.values().length;

    /** By place; a rule's own members are read for each packet, so they stand beside each other. */
    private final Rule[][] rules = new Rule[PLACES][];
    private final Counter[] seen = new Counter[PLACES];
    private final Counter[][] done = new Counter[PLACES][ACTIONS];

    private record Rule(String in, String out, FrameFilter match, Action action, Counter matched) {
        boolean matches(Packet packet, String from, String to) {
            return (in == null || in.equals(from)) && (out == null || out.equals(to))
                    && match.matchesPacket(packet.bytes, packet.head, packet.tail);
        }
    }

    /**
     * @param interfaces the names of the node's interfaces
     * @throws IllegalArgumentException with a sentence, when a rule's expression is malformed or names no interface
     */
    public Firewall(List<FilterRule> list, Set<String> interfaces, Counters counters) {
        Rule[] all = new Rule[list.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = rule(i + 1, list.get(i), interfaces, counters);
        }
        for (FilterRule.Place place : FilterRule.Place.values()) {
            int p = place.ordinal();
            int[] here = IntStream.range(0, all.length)
                    .filter(i -> list.get(i).place() == place).toArray();
            rules[p] = new Rule[here.length];
            for (int i = 0; i < here.length; i++) {
                rules[p][i] = all[here[i]];
            }
            String name = place.name().toLowerCase(Locale.ROOT);
            seen[p] = counters.counter(PLACE, name + "Seen");
            done[p][Action.ACCEPT.ordinal()] = counters.counter(PLACE, name + "Accepted");
            done[p][Action.DROP.ordinal()] = counters.counter(PLACE, name + "Dropped");
            done[p][Action.REJECT.ordinal()] = counters.counter(PLACE, name + "Rejected");
        }
    }

    private static Rule rule(int number, FilterRule rule, Set<String> interfaces, Counters counters) {
        try {
            return new Rule(known(number, rule.in().orElse(null), interfaces),
                    known(number, rule.out().orElse(null), interfaces), FrameFilter.of(rule.match()), rule.action(),
                    counters.counter(PLACE, "rule" + number));
        } catch (FilterException e) {
            throw new IllegalArgumentException("rule " + number + ", '" + rule.match() + "', " + e.getMessage(), e);
        }
    }

    private static String known(int number, String name, Set<String> interfaces) {
        if (name != null && !name.equals("lo") && !interfaces.contains(name)) {
            throw new IllegalArgumentException("rule " + number + " names the interface '" + name
                    + "', which this node does not have; write one of " + String.join(", ", interfaces));
        }
        return name;
    }

    /** What is to be done with a packet, head at its IP header; it is not changed. */
    public Action look(FilterRule.Place place, Packet packet, String in, String out) {
        int p = place.ordinal();
        seen[p].increment();
        Action action = Action.ACCEPT;
        for (Rule rule : rules[p]) {
            if (rule.matches(packet, in, out)) {
                rule.matched.increment();
                action = rule.action;
                break;
            }
        }
        done[p][action.ordinal()].increment();
        return action;
    }
}
