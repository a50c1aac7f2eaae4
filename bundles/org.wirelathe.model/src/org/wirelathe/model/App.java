package org.wirelathe.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An application on a node.
 *
 * <p>Applications are plug-ins, so their parameters are kept as text. Of a lab without errors the
 * parameters of a known application are sound: the typed accessors below then never throw.
 *
 * @param on the node's name
 * @param run the application's name
 * @param parameters every other key in the order of the file, without {@code on}, {@code run} and
 *     {@code at}
 * @param at when it starts, ns of virtual time
 */
public record App(String on, String run, Map<String, Value> parameters, long at) {
    public App {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** The text of a parameter; empty when it is absent or not a single value. */
    public Optional<String> text(String key) {
        return parameters.get(key) instanceof Value.Text value
                ? Optional.of(value.text())
                : Optional.empty();
    }

    /**
     * A parameter that is a whole number.
     *
     * @throws NumberFormatException when it is something else
     */
    public OptionalLong integer(String key) {
        return text(key).map(t -> OptionalLong.of(Long.parseLong(t))).orElse(OptionalLong.empty());
    }

    /**
     * A parameter that is a size, in bytes.
     *
     * @throws QuantityException when it is something else
     */
    public OptionalLong bytes(String key) {
        return text(key)
                .map(t -> OptionalLong.of(Quantity.SIZE.parse(t)))
                .orElse(OptionalLong.empty());
    }

    /**
     * A parameter that is a time, in ns.
     *
     * @throws QuantityException when it is something else
     */
    public OptionalLong duration(String key) {
        return text(key)
                .map(t -> OptionalLong.of(Quantity.TIME.parse(t)))
                .orElse(OptionalLong.empty());
    }

    /**
     * A parameter that is a rate, in bit/s.
     *
     * @throws QuantityException when it is something else
     */
    public OptionalLong rate(String key) {
        return text(key)
                .map(t -> OptionalLong.of(Quantity.RATE.parse(t)))
                .orElse(OptionalLong.empty());
    }

    /** A parameter of the form {@code host:port}; empty when it is absent or has another form. */
    public Optional<Endpoint> endpoint(String key) {
        return text(key).flatMap(Endpoint::parse);
    }
}
