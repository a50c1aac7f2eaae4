package org.wirelathe.model.internal.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirelathe.api.net.Advertisement;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.api.net.InterfaceSettings;
import org.wirelathe.model.NodeType;
import org.wirelathe.wire.IpPrefix;

/** Makes of fields how the network layer is set up on an interface. */
final class Ipv6Reader {
    private static final long INTERVAL = 600_000_000_000L;
    private static final int LIFETIMES = 3;
    private static final long LONGEST_LIFETIME = 9_000_000_000_000L;
    private static final long DAY = 86_400_000_000_000L;
    /** RFC 4861 §6.2.1: 30 days and 7 days. */
    private static final long VALID = 30 * DAY;
    private static final long PREFERRED = 7 * DAY;
    private static final int HOP_LIMIT = 64;

    private final Report report;

    Ipv6Reader(Report report) {
        this.report = report;
    }

    InterfaceSettings settings(NodeType type, Fields iface) {
        List<InterfaceAddress> addresses = new ArrayList<>();
        for (Fields.Item item : iface.list("address")) {
            if (type != NodeType.SWITCH && item.value() instanceof InterfaceAddress address) {
                addresses.add(address);
            }
        }
        Optional<Fields> ipv6 = iface.table("ipv6");
        if (ipv6.isEmpty()) {
            return InterfaceSettings.of(List.copyOf(addresses));
        }
        Fields fields = ipv6.get();
        return new InterfaceSettings(
                List.copyOf(addresses),
                true,
                fields.get("detect-duplicates", Boolean.class).orElse(true),
                automatic(fields),
                fields.table("advertise").flatMap(a -> advertisement(type, a, addresses)));
    }

    private boolean automatic(Fields fields) {
        String word = fields.text("addresses", "manual");
        if (!word.equals("auto") && !word.equals("manual")) {
            report.error(
                    fields.at("addresses"),
                    "unknown-word",
                    Singles.quoted(word)
                            + " is no way to IPv6 addresses: write `auto` to take them from a router, or"
                            + " `manual`");
        }
        return word.equals("auto");
    }

    private Optional<Advertisement> advertisement(
            NodeType type, Fields fields, List<InterfaceAddress> addresses) {
        if (type != NodeType.ROUTER) {
            report.error(
                    fields.whole(),
                    "unknown-key",
                    "only a router advertises itself: take `advertise` out, or make the node a router");
            return Optional.empty();
        }
        long interval = fields.number("interval", INTERVAL);
        long lifetime = fields.number("lifetime", Math.min(LIFETIMES * interval, LONGEST_LIFETIME));
        if (lifetime != 0 && lifetime < interval) {
            report.error(
                    fields.at("lifetime"),
                    "out-of-range",
                    "hosts would forget this router before it speaks again: write a `lifetime` that is at"
                            + " least as long as the `interval`, or 0 s");
        }
        return Optional.of(
                new Advertisement(
                        fields.written("prefixes") ? prefixes(fields) : own(addresses),
                        interval,
                        lifetime,
                        (int) fields.number("mtu", 0),
                        (int) fields.number("hop-limit", HOP_LIMIT)));
    }

    private static List<Advertisement.Prefix> own(List<InterfaceAddress> addresses) {
        return addresses.stream()
                .filter(a -> !a.address().isV4() && !a.address().isLinkLocal())
                .map(InterfaceAddress::subnet)
                .distinct()
                .map(p -> new Advertisement.Prefix(p, true, true, VALID, PREFERRED))
                .toList();
    }

    private List<Advertisement.Prefix> prefixes(Fields fields) {
        List<Advertisement.Prefix> found = new ArrayList<>();
        for (Fields.Item item : fields.list("prefixes")) {
            if (item.value() instanceof Fields prefix && prefix.sound("prefix")) {
                prefix(prefix).ifPresent(found::add);
            }
        }
        return List.copyOf(found);
    }

    private Optional<Advertisement.Prefix> prefix(Fields fields) {
        Optional<IpPrefix> prefix =
                fields.get("prefix", Addresses.Target.class).flatMap(Addresses.Target::network);
        boolean good = prefix.isPresent() && !prefix.get().isV4();
        if (!good) {
            report.error(
                    fields.at("prefix"),
                    "family",
                    "advertisements are of IPv6: write a prefix like `2001:db8:1::/64`");
            return Optional.empty();
        }
        long valid = fields.number("valid", VALID);
        long preferred = fields.number("preferred", Math.min(PREFERRED, valid));
        boolean autonomous = fields.get("autonomous", Boolean.class).orElse(true);
        if (preferred > valid) {
            report.error(
                    fields.at("preferred"),
                    "out-of-range",
                    "an address is not preferred for longer than it is valid: write a smaller time here, or"
                            + " a larger one for `valid`");
        }
        if (autonomous && prefix.get().length() != 64) {
            report.warning(
                    fields.at("prefix"),
                    "prefix-length",
                    "hosts make addresses of a prefix of 64 bits only, so they ignore this one: write it with"
                            + " `/64`, or add `autonomous: false`");
        }
        return Optional.of(
                new Advertisement.Prefix(
                        prefix.get(),
                        fields.get("on-link", Boolean.class).orElse(true),
                        autonomous,
                        valid,
                        preferred));
    }
}
