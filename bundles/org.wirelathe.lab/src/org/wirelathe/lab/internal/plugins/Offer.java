package org.wirelathe.lab.internal.plugins;

/**
 * What a bundle offers.
 *
 * @param algorithm its name; {@code ?} when it could not even be asked
 * @param problem why it cannot be used; {@code null} when it can
 */
record Offer(String algorithm, String problem) {
}
