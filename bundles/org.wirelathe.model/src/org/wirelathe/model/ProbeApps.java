package org.wirelathe.model;

import java.util.ArrayList;
import java.util.List;

/** What the applications take that send packets of their own making: ping, traceroute and those of UDP. */
final class ProbeApps {
    private ProbeApps() {}

    static AppSchema ping() {
        List<AppSchema.Parameter> all =
                new ArrayList<>(
                        List.of(
                                AppSchema.Parameter.required(
                                        "to", ValueType.HOST, "Whom it asks."),
                                number("count", "4", 1, 1_000_000_000, "How many echo requests."),
                                time("interval", "1 s", "The time between two requests."),
                                size(
                                        "56 B",
                                        0,
                                        "ICMP data in each request; over IPv4 up to 65507 B."),
                                timeToLive()));
        all.addAll(header());
        return schema(all);
    }

    static AppSchema traceroute() {
        List<AppSchema.Parameter> all =
                new ArrayList<>(
                        List.of(
                                AppSchema.Parameter.required(
                                        "to", ValueType.HOST, "Where the way leads."),
                                number("first-hop", "1", 1, 255, "The hop it begins at."),
                                number("max-hops", "30", 1, 255, "The hop it gives up at."),
                                number("probes", "3", 1, 10, "How often it asks each hop."),
                                time(
                                        "wait",
                                        "5 s",
                                        "How long it waits for an answer; at a hop that has"
                                                + " answered, three times as long as that took."),
                                AppSchema.Parameter.optional(
                                        "port",
                                        ValueType.PORT,
                                        "33434",
                                        "The port of the first probe; each has one more."),
                                size("32 B", 0, "UDP data in each probe.")));
        all.addAll(header());
        return schema(all);
    }

    static AppSchema udpSend() {
        List<AppSchema.Parameter> all =
                new ArrayList<>(
                        List.of(
                                AppSchema.Parameter.required(
                                        "to",
                                        ValueType.ENDPOINT,
                                        "Where it sends to: a host, a group, or all stations of a"
                                                + " subnet."),
                                size("1000 B", 24, "UDP data in each datagram."),
                                AppSchema.Parameter.optional(
                                                "rate",
                                                ValueType.RATE,
                                                "1 Mbit/s",
                                                "How fast it sends data.")
                                        .within(1, Long.MAX_VALUE),
                                number(
                                        "burst",
                                        "",
                                        1,
                                        1_000_000,
                                        "How many datagrams it sends at a time, instead of a"
                                                + " rate."),
                                time(
                                        "every",
                                        "10 ms",
                                        "With `burst`: the time from one to the next."),
                                number(
                                        "count",
                                        "",
                                        1,
                                        Integer.MAX_VALUE,
                                        "How many datagrams it sends."),
                                time(
                                        "duration",
                                        "10 s",
                                        "For how long it sends, without a `count`."),
                                AppSchema.Parameter.optional(
                                        "wait",
                                        ValueType.TIME,
                                        "0 s",
                                        "How long it waits for answers behind the last one."),
                                timeToLive()));
        all.addAll(header());
        return schema(all);
    }

    static AppSchema udpSink() {
        return schema(
                List.of(
                        AppSchema.Parameter.required(
                                "port", ValueType.PORT, "The port that it takes datagrams at."),
                        AppSchema.Parameter.optional(
                                        "rate",
                                        ValueType.RATE,
                                        "",
                                        "How fast it reads; without it, as fast as they come.")
                                .within(1, Long.MAX_VALUE),
                        AppSchema.Parameter.optional(
                                "group", ValueType.HOST, "", "The address of a group it joins."),
                        AppSchema.Parameter.optional(
                                "interface",
                                ValueType.NAME,
                                "",
                                "With `group`: where; without it, at the first interface with an"
                                        + " address of that family."),
                        time(
                                "idle",
                                "1 s",
                                "How long nothing more must come for it to have ended.")));
    }

    static AppSchema udpEcho() {
        return schema(
                List.of(
                        AppSchema.Parameter.optional(
                                "port", ValueType.PORT, "7", "The port that it answers at.")));
    }

    private static AppSchema schema(List<AppSchema.Parameter> parameters) {
        return new AppSchema(parameters, List.of());
    }

    private static AppSchema.Parameter timeToLive() {
        return number("ttl", "64", 1, 255, "Time to live, or hop limit, of what it sends.");
    }

    private static List<AppSchema.Parameter> header() {
        return List.of(
                number("tos", "0", 0, 255, "Traffic class of what it sends: DSCP and ECN."),
                AppSchema.Parameter.optional(
                        "dont-fragment",
                        ValueType.FLAG,
                        "",
                        "`true`: what is too large is refused. `false`: routers may cut it."
                                + " Without it, it is cut before it leaves."));
    }

    private static AppSchema.Parameter number(
            String name, String fallback, long least, long most, String meaning) {
        return AppSchema.Parameter.optional(name, ValueType.INTEGER, fallback, meaning)
                .within(least, most);
    }

    private static AppSchema.Parameter time(String name, String fallback, String meaning) {
        return AppSchema.Parameter.optional(name, ValueType.TIME, fallback, meaning)
                .within(1, Long.MAX_VALUE);
    }

    private static AppSchema.Parameter size(String fallback, long least, String meaning) {
        return AppSchema.Parameter.optional("size", ValueType.SIZE, fallback, meaning)
                .within(least, 65_527);
    }
}
