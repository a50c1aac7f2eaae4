package org.wirelathe.lab.internal.build;

import java.util.function.Function;
import org.wirelathe.api.app.Application;
import org.wirelathe.api.link.LinkLayer;
import org.wirelathe.api.link.SwitchModel;
import org.wirelathe.api.net.NetworkLayer;
import org.wirelathe.api.nic.CableFactory;
import org.wirelathe.api.nic.NicDriver;
import org.wirelathe.api.nic.NicModel;
import org.wirelathe.api.queue.QueueDiscipline;
import org.wirelathe.api.socket.SocketLayer;
import org.wirelathe.api.time.EventLoopFactory;
import org.wirelathe.api.transport.DatagramLayer;
import org.wirelathe.api.transport.TransportLayer;

/**
 * A kind of part.
 *
 * @param type the service
 * @param name what the part calls itself; {@code null} for kinds of which one is as good as another
 * @param word for people
 */
public record Kind<T>(Class<T> type, Function<T, String> name, String word) {
    public static final Kind<EventLoopFactory> LOOP = new Kind<>(EventLoopFactory.class, null, "event loop");
    public static final Kind<CableFactory> CABLE = new Kind<>(CableFactory.class, null, "cable");
    public static final Kind<NicModel> NIC = new Kind<>(NicModel.class, null, "network card");
    public static final Kind<NicDriver> DRIVER = new Kind<>(NicDriver.class, NicDriver::name, "NIC driver");
    public static final Kind<QueueDiscipline> QUEUE =
            new Kind<>(QueueDiscipline.class, QueueDiscipline::name, "queue discipline");
    public static final Kind<LinkLayer> LINK = new Kind<>(LinkLayer.class, LinkLayer::name, "link layer");
    public static final Kind<SwitchModel> SWITCH = new Kind<>(SwitchModel.class, SwitchModel::name, "switch");
    public static final Kind<NetworkLayer> NETWORK = new Kind<>(NetworkLayer.class, NetworkLayer::name, "network layer");
    public static final Kind<TransportLayer> TRANSPORT =
            new Kind<>(TransportLayer.class, TransportLayer::name, "transport layer");
    public static final Kind<DatagramLayer> DATAGRAM =
            new Kind<>(DatagramLayer.class, DatagramLayer::name, "datagram transport");
    public static final Kind<SocketLayer> SOCKET = new Kind<>(SocketLayer.class, SocketLayer::name, "socket layer");
    public static final Kind<Application> APPLICATION = new Kind<>(Application.class, Application::name, "application");
}
