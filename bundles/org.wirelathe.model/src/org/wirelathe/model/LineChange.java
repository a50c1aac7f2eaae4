package org.wirelathe.model;

import java.util.Optional;
import java.util.OptionalLong;
import org.wirelathe.api.nic.Loss;

/**
 * What changes of one direction of a cable, in the units of {@link Line}; what is absent stays. A
 * new rate without a new trace ends the old trace.
 */
public record LineChange(
        OptionalLong rate,
        OptionalLong delay,
        OptionalLong jitter,
        Optional<Boolean> jitterReorders,
        Optional<Loss> loss,
        OptionalLong duplicate,
        OptionalLong corrupt,
        OptionalLong reorder,
        OptionalLong reorderDelay,
        Optional<String> trace) {
    /** Changes nothing. */
    public static final LineChange NONE =
            new LineChange(
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    Optional.empty());

    /** The line after the change. */
    public Line on(Line line) {
        return new Line(
                rate.orElse(line.rate()),
                delay.orElse(line.delay()),
                jitter.orElse(line.jitter()),
                jitterReorders.orElse(line.jitterReorders()),
                loss.orElse(line.loss()),
                duplicate.orElse(line.duplicate()),
                corrupt.orElse(line.corrupt()),
                reorder.orElse(line.reorder()),
                reorderDelay.orElse(line.reorderDelay()),
                trace.isPresent() || rate.isPresent() ? trace : line.trace());
    }

    /** Both changes in one; where both say something, {@code later} counts. */
    public LineChange and(LineChange later) {
        return new LineChange(
                or(later.rate, rate),
                or(later.delay, delay),
                or(later.jitter, jitter),
                later.jitterReorders.or(() -> jitterReorders),
                later.loss.or(() -> loss),
                or(later.duplicate, duplicate),
                or(later.corrupt, corrupt),
                or(later.reorder, reorder),
                or(later.reorderDelay, reorderDelay),
                later.trace.isPresent() || later.rate.isPresent() ? later.trace : trace);
    }

    private static OptionalLong or(OptionalLong first, OptionalLong second) {
        return first.isPresent() ? first : second;
    }
}
