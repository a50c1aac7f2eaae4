package org.wirelathe.api.nic;

import org.wirelathe.api.packet.Packet;

/** Takes ownership of frames. */
@FunctionalInterface
public interface FrameReceiver {
    /** A frame without its FCS; {@link Packet#corrupted} tells when the FCS would not verify. */
    void received(Packet frame);
}
