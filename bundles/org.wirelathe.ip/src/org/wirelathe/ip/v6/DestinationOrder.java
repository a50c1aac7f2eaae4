package org.wirelathe.ip.v6;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.wirelathe.api.net.AddressRow;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

/**
 * In which order destinations of both families are to be tried (RFC 6724 §6). Rule 4 is about home addresses, rule 7
 * about tunnels; there are none here.
 */
public final class DestinationOrder {
    /** A destination and what it would be sent from; {@code from} is {@code null} when there is no way to it. */
    private record Candidate(IpAddress to, IpAddress from, boolean deprecated, int common) {
        int scope() {
            return Scope.of(to.high(), to.low());
        }

        boolean matchesScope() {
            return Scope.of(from.high(), from.low()) == scope();
        }

        boolean matchesLabel() {
            return AddressPolicy.label(from.high(), from.low()) == AddressPolicy.label(to.high(), to.low());
        }

        int precedence() {
            return AddressPolicy.precedence(to.high(), to.low());
        }
    }

    private DestinationOrder() {
    }

    /**
     * The destinations in order; of equal ones, the first stays first (rule 10).
     *
     * @param source the source address that would be chosen for a destination, or {@code null}
     * @param own all addresses of the node
     */
    public static List<IpAddress> of(List<IpAddress> destinations, UnaryOperator<IpAddress> source,
            List<AddressRow> own) {
        List<Candidate> order = new ArrayList<>();
        for (IpAddress to : destinations) {
            order.add(candidate(to, source.apply(to), own));
        }
        order.sort(DestinationOrder::compare);
        return order.stream().map(Candidate::to).toList();
    }

    private static Candidate candidate(IpAddress to, IpAddress from, List<AddressRow> own) {
        boolean deprecated = false;
        int common = 0;
        for (AddressRow row : own) {
            if (row.address().address().equals(from)) {
                deprecated = row.state() == AddressRow.State.DEPRECATED;
                int prefix = new IpPrefix(from, row.address().prefixLength()).bits();
                common = SourceSelection.commonPrefix(from, prefix, to.high(), to.low());
            }
        }
        return new Candidate(to, from, deprecated, common);
    }

    /** Negative when {@code a} is to be tried first. */
    private static int compare(Candidate a, Candidate b) {
        if (a.from == null || b.from == null) { // rule 1
            return Boolean.compare(a.from == null, b.from == null);
        }
        int order = Boolean.compare(b.matchesScope(), a.matchesScope()); // rule 2
        order = order != 0 ? order : Boolean.compare(a.deprecated, b.deprecated); // rule 3
        order = order != 0 ? order : Boolean.compare(b.matchesLabel(), a.matchesLabel()); // rule 5
        order = order != 0 ? order : Integer.compare(b.precedence(), a.precedence()); // rule 6
        order = order != 0 ? order : Integer.compare(a.scope(), b.scope()); // rule 8
        return order != 0 || a.to.isV4() != b.to.isV4() ? order : Integer.compare(b.common, a.common); // rule 9
    }
}
