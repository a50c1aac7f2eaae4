package org.wirelathe.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters that an application takes.
 *
 * @param parameters all of them
 * @param oneOf groups of names of which exactly one must be given
 */
public record AppSchema(List<Parameter> parameters, List<List<String>> oneOf) {
    /**
     * A parameter of an application.
     *
     * @param name the key in the lab file
     * @param type what its value looks like
     * @param required whether it must be given
     * @param least the smallest value of a number or quantity, in its base unit
     * @param most the largest value
     * @param fallback the value when it is not given, as text; empty when there is none
     * @param meaning one sentence for the documentation
     */
    public record Parameter(
            String name,
            ValueType type,
            boolean required,
            long least,
            long most,
            String fallback,
            String meaning) {
        /** A parameter that must be given. */
        public static Parameter required(String name, ValueType type, String meaning) {
            return new Parameter(name, type, true, 0, Long.MAX_VALUE, "", meaning);
        }

        /** A parameter that may be left out. */
        public static Parameter optional(
                String name, ValueType type, String fallback, String meaning) {
            return new Parameter(name, type, false, 0, Long.MAX_VALUE, fallback, meaning);
        }

        /** The same with other bounds. */
        public Parameter within(long least, long most) {
            return new Parameter(name, type, required, least, most, fallback, meaning);
        }
    }

    public AppSchema {
        parameters = List.copyOf(parameters);
        oneOf = oneOf.stream().map(List::copyOf).toList();
    }

    /** The parameter of that name. */
    public Optional<Parameter> parameter(String name) {
        return parameters.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    /** The applications that come with the lab. */
    public static final Map<String, AppSchema> BUILT_IN =
            Map.of(
                    "sink",
                    new AppSchema(
                            List.of(
                                    Parameter.required(
                                            "port", ValueType.PORT, "The port it listens on."),
                                    Parameter.optional(
                                            "save",
                                            ValueType.OUTPUT,
                                            "",
                                            "Where it writes what arrives.")),
                            List.of()),
                    "send",
                    new AppSchema(
                            List.of(
                                    Parameter.required(
                                            "to", ValueType.ENDPOINT, "Where it connects to."),
                                    Parameter.optional(
                                            "file", ValueType.FILE, "", "The file that it sends."),
                                    Parameter.optional(
                                            "bytes",
                                            ValueType.SIZE,
                                            "",
                                            "How much seeded payload it sends instead."),
                                    Parameter.optional(
                                                    "burst",
                                                    ValueType.SIZE,
                                                    "",
                                                    "How much it writes at a time; without it, as"
                                                            + " fast as the socket takes.")
                                            .within(1, 1L << 40),
                                    Parameter.optional(
                                                    "every",
                                                    ValueType.TIME,
                                                    "10 ms",
                                                    "With `burst`: the time from one to the next.")
                                            .within(1, Long.MAX_VALUE)),
                            List.of(List.of("file", "bytes"))),
                    "ping",
                    ProbeApps.ping(),
                    "traceroute",
                    ProbeApps.traceroute(),
                    "udp-echo",
                    ProbeApps.udpEcho(),
                    "udp-send",
                    ProbeApps.udpSend(),
                    "udp-sink",
                    ProbeApps.udpSink());
}
