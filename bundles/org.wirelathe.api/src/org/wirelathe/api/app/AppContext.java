package org.wirelathe.api.app;

import org.wirelathe.api.net.Network;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.socket.Sockets;

/** What an application instance works with. */
public interface AppContext {
    NodeContext node();

    Sockets sockets();

    Network network();

    /** Opens a file that the lab file names. */
    ByteSource file(String name) throws ParameterException;

    /** Data made from the run's seed: the same bytes for the same seed. */
    ByteSource seeded(long bytes);

    /** Data that is saved in the run's output folder, and hashed; with {@code null} only hashed. */
    ByteSink save(String name) throws ParameterException;

    /** The instance's state changed to one in which {@link AppProcess#isBusy} answers false. */
    void rested();
}
