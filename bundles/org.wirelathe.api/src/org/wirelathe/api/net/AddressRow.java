package org.wirelathe.api.net;

/**
 * One address of a node, as {@code ip address} shows it.
 *
 * @param device name of its interface
 * @param state how far it may be used
 * @param validLifetime ns that are left; {@link Long#MAX_VALUE} for ever
 * @param preferredLifetime ns that are left; {@link Long#MAX_VALUE} for ever
 */
public record AddressRow(String device, InterfaceAddress address, State state, long validLifetime,
        long preferredLifetime) {
    /** RFC 4862 §5.5.4 and §5.4. */
    public enum State {
        /** Being tried: nothing is sent from it. */
        TENTATIVE,
        /** In use. */
        PREFERRED,
        /** In use, but not for anything new. */
        DEPRECATED,
        /** Somebody else has it: it is not used. */
        DUPLICATE
    }
}
