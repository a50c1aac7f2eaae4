package org.wirelathe.api.transport;

/**
 * What a node's transport layer is set to.
 *
 * @param delayedAck whether an acknowledgment may wait for a second segment (RFC 9293 §3.8.6.3)
 */
public record TransportSettings(boolean delayedAck) {
    /** What hosts do when nobody says otherwise. */
    public static final TransportSettings DEFAULT = new TransportSettings(true);
}
