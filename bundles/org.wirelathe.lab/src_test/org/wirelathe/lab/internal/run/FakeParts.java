package org.wirelathe.lab.internal.run;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.wirelathe.api.app.AppContext;
import org.wirelathe.api.app.AppProcess;
import org.wirelathe.api.app.Application;
import org.wirelathe.api.app.Parameter;
import org.wirelathe.api.app.Parameters;
import org.wirelathe.api.congestion.Lease;
import org.wirelathe.api.link.LinkLayer;
import org.wirelathe.api.net.Network;
import org.wirelathe.api.net.NetworkLayer;
import org.wirelathe.api.nic.CableFactory;
import org.wirelathe.api.nic.NicModel;
import org.wirelathe.api.socket.SocketLayer;
import org.wirelathe.api.socket.Sockets;
import org.wirelathe.api.time.EventLoopFactory;
import org.wirelathe.api.transport.Connection;
import org.wirelathe.api.transport.ConnectionReport;
import org.wirelathe.api.transport.DatagramLayer;
import org.wirelathe.api.transport.Datagrams;
import org.wirelathe.api.transport.Transport;
import org.wirelathe.api.transport.TransportLayer;
import org.wirelathe.lab.internal.build.Kind;
import org.wirelathe.lab.internal.build.Parts;
import org.wirelathe.lab.internal.plugins.PluginRegistry;
import org.wirelathe.lab.internal.plugins.RunAlgorithms;
import org.wirelathe.lab.internal.plugins.RunHandle;

/** Parts for labs whose only interesting part is an application of the test's. */
final class FakeParts implements Parts {
    private final Map<Kind<?>, List<Object>> parts = new HashMap<>();
    final List<Connection> connections = new ArrayList<>();
    final List<ConnectionReport> reports = new ArrayList<>();
    final List<Transport> told = new ArrayList<>();
    RunHandle handle;
    boolean closed;
    boolean detached;

    FakeParts() {
        put(Kind.LOOP, (EventLoopFactory) FakeLoop::new);
        put(Kind.CABLE, dummy(CableFactory.class, "", Map.of()));
        put(Kind.NIC, dummy(NicModel.class, "", Map.of()));
        put(Kind.LINK, dummy(LinkLayer.class, "ethernet", Map.of()));
        put(Kind.NETWORK, dummy(NetworkLayer.class, "ip", Map.of("create", dummy(Network.class, "", Map.of()))));
        put(Kind.TRANSPORT, dummy(TransportLayer.class, "tcp", Map.of("create",
                dummy(Transport.class, "", Map.of("connections", connections, "reports", reports)))));
        put(Kind.DATAGRAM, dummy(DatagramLayer.class, "udp", Map.of("create",
                dummy(Datagrams.class, "", Map.of("ports", List.of())))));
        put(Kind.SOCKET, dummy(SocketLayer.class, "socket", Map.of("create",
                dummy(Sockets.class, "", Map.of("table", List.of())))));
    }

    private <T> void put(Kind<T> kind, T part) {
        parts.computeIfAbsent(kind, k -> new ArrayList<>()).add(part);
    }

    FakeParts without(Kind<?> kind) {
        parts.remove(kind);
        return this;
    }

    /** An application of that name, made by {@code process}. */
    FakeParts app(String name, Function<AppContext, AppProcess> process) {
        put(Kind.APPLICATION, new Application() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<Parameter> parameters() {
                return List.of(new Parameter("size", Parameter.Type.SIZE, false, "how much, as in `1 KiB`"));
            }

            @Override
            public AppProcess create(AppContext context, Parameters parameters) {
                return process.apply(context);
            }
        });
        return this;
    }

    /** Answers what {@code answers} says, its name, or nothing. */
    static <T> T dummy(Class<T> type, String name, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) ->
                switch (method.getName()) {
                    case "name" -> name;
                    case "equals" -> self == arguments[0];
                    case "hashCode" -> System.identityHashCode(self);
                    case "toString" -> type.getSimpleName();
                    default -> answers.get(method.getName());
                }));
    }

    @Override
    public <T> List<T> all(Kind<T> kind) {
        return parts.getOrDefault(kind, List.of()).stream().map(kind.type()::cast).toList();
    }

    @Override
    public PluginRegistry algorithms() {
        return new PluginRegistry() {
            @Override
            public RunAlgorithms attach(RunHandle run) {
                handle = run;
                return new RunAlgorithms() {
                    @Override
                    public Lease lease(String name) {
                        return null;
                    }

                    @Override
                    public void close() {
                        detached = true;
                    }
                };
            }

            @Override
            public List<Available> available() {
                return List.of();
            }

            @Override
            public void addListener(Runnable listener) {
                // Nothing will change.
            }

            @Override
            public void removeListener(Runnable listener) {
                // Nobody was added.
            }
        };
    }

    @Override
    public void close() {
        closed = true;
    }
}
