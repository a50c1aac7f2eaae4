package org.wirelathe.model;

/**
 * Who makes the routes that nobody has written.
 *
 * @param computed whether they are computed anew when a cable is cut, mended or changed; otherwise the routes that
 *     the lab starts with stay
 * @param delay how long after such a change the new ones take effect, ns, at least 0
 */
public record Routing(boolean computed, long delay) {
    /** What a lab has when its file is silent: the routes that it starts with stay. */
    public static final Routing FIXED = new Routing(false, 0);
    /** How long routes take when the file does not say, ns. */
    public static final long DELAY = 50_000_000;
}
