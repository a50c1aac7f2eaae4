package org.wirelathe.model.internal.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wirelathe.api.net.FilterRule;
import org.wirelathe.api.net.NatSettings;
import org.wirelathe.api.net.NetworkSettings;
import org.wirelathe.model.Endpoint;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Protocol;
import org.wirelathe.wire.filter.FilterException;
import org.wirelathe.wire.filter.FrameFilter;

/** Makes of fields what a node's network layer does with packets: settings, firewall, address translation. */
final class PassageReader {
    private final Report report;

    PassageReader(Report report) {
        this.report = report;
    }

    static NetworkSettings settings(Fields fields, boolean forwarding) {
        NetworkSettings silent = NetworkSettings.DEFAULT;
        return new NetworkSettings(
                forwarding,
                fields.get("redirects", Boolean.class).orElse(silent.redirects()),
                (int) fields.number("fragment-memory", silent.fragmentMemory()),
                (int) fields.number("fragment-source-memory", silent.fragmentSourceMemory()),
                fields.number("fragment-timeout", silent.fragmentTimeout()),
                (int) fields.number("error-rate", silent.errorsPerSecond()),
                (int) fields.number("error-burst", silent.errorBurst()),
                fields.number("path-mtu-age", silent.pathMtuAge()));
    }

    List<FilterRule> firewall(Fields node) {
        List<FilterRule> rules = new ArrayList<>();
        for (Fields.Item item : node.list("firewall")) {
            if (item.value() instanceof Fields fields) {
                rule(fields).ifPresent(rules::add);
            }
        }
        return rules;
    }

    private Optional<FilterRule> rule(Fields fields) {
        Optional<FilterRule.Place> place =
                word(FilterRule.Place.class, fields, "place", "is no place of a firewall");
        Optional<FilterRule.Action> action =
                word(FilterRule.Action.class, fields, "action", "is nothing that a firewall does");
        String match = fields.text("match", "");
        try {
            if (!match.isBlank()) {
                FrameFilter.of(match);
            }
        } catch (FilterException e) {
            report.error(fields.at("match"), "bad-filter", "in this filter, " + e.getMessage());
            return Optional.empty();
        }
        if (place.isEmpty() || action.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new FilterRule(
                        place.get(),
                        fields.get("in", String.class),
                        fields.get("out", String.class),
                        match,
                        action.get()));
    }

    /** The constant of a word; empty after a report, or when nothing is written. */
    private <E extends Enum<E>> Optional<E> word(Class<E> type, Fields fields, String key, String wrong) {
        Optional<String> word = fields.get(key, String.class);
        for (E constant : type.getEnumConstants()) {
            if (word.equals(Optional.of(spelled(constant)))) {
                return Optional.of(constant);
            }
        }
        if (word.isPresent()) {
            List<String> known = List.of(type.getEnumConstants()).stream().map(PassageReader::spelled).toList();
            report.error(
                    fields.at(key),
                    "unknown-word",
                    Singles.quoted(word.get())
                            + " "
                            + wrong
                            + ": write `"
                            + String.join("`, `", known.subList(0, known.size() - 1))
                            + "` or `"
                            + known.getLast()
                            + "`");
        }
        return Optional.empty();
    }

    private static String spelled(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Optional<NatSettings> nat(Fields fields) {
        if (!fields.sound("outside")) {
            return Optional.empty();
        }
        NatSettings usual = NatSettings.to(fields.text("outside", ""));
        List<Fields.Item> ports = fields.list("ports");
        int first = ports.size() == 2 ? ((Long) ports.get(0).value()).intValue() : usual.firstPort();
        int last = ports.size() == 2 ? ((Long) ports.get(1).value()).intValue() : usual.lastPort();
        if (first > last) {
            report.error(
                    fields.at("ports"),
                    "out-of-range",
                    "no port is from " + first + " to " + last + ": write the smaller one first");
        }
        return Optional.of(
                new NatSettings(
                        usual.outside(),
                        behaviour(fields, "mapping").orElse(usual.mapping()),
                        behaviour(fields, "filtering").orElse(usual.filtering()),
                        fields.get("hairpinning", Boolean.class).orElse(usual.hairpinning()),
                        first,
                        last,
                        fields.number("udp-timeout", usual.udpTimeout()),
                        fields.number("tcp-timeout", usual.tcpTimeout()),
                        fields.number("tcp-transitory-timeout", usual.tcpTransitoryTimeout()),
                        (int) fields.number("mappings", usual.capacity()),
                        forwards(fields)));
    }

    private Optional<NatSettings.Behaviour> behaviour(Fields fields, String key) {
        return word(NatSettings.Behaviour.class, fields, key, "is no behaviour of a NAT");
    }

    private List<NatSettings.Forward> forwards(Fields nat) {
        List<NatSettings.Forward> found = new ArrayList<>();
        for (Fields.Item item : nat.list("forwards")) {
            if (item.value() instanceof Fields fields && fields.sound("port") && fields.sound("to")) {
                forward(fields).ifPresent(found::add);
            }
        }
        return List.copyOf(found);
    }

    private Optional<NatSettings.Forward> forward(Fields fields) {
        Endpoint to = fields.get("to", Endpoint.class).orElseThrow();
        String word = fields.text("protocol", "tcp");
        boolean address = Character.isDigit(to.host().charAt(0)) && to.host().indexOf(':') < 0;
        if (!address) {
            report.error(
                    fields.at("to"),
                    "family",
                    "an inside endpoint is written with its IPv4 address, as in `10.0.1.1:80`");
        }
        if (!word.equals("tcp") && !word.equals("udp")) {
            report.error(
                    fields.at("protocol"),
                    "unknown-word",
                    Singles.quoted(word) + " has no ports to forward: write `tcp` or `udp`");
            return Optional.empty();
        }
        return address
                ? Optional.of(
                        new NatSettings.Forward(
                                word.equals("tcp") ? Protocol.TCP : Protocol.UDP,
                                (int) fields.number("port", 0),
                                IpAddress.parse(to.host()),
                                to.port()))
                : Optional.empty();
    }
}
