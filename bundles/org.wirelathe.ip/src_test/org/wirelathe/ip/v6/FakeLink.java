package org.wirelathe.ip.v6;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

import org.wirelathe.api.link.Link;
import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.nic.Offloads;

/** A link to nowhere; neighbour discovery, which would send on it, is false too. */
final class FakeLink implements InvocationHandler {
    private final NetworkInterface card = (NetworkInterface) Proxy.newProxyInstance(Link.class.getClassLoader(),
            new Class<?>[] {NetworkInterface.class}, (proxy, method, arguments) -> offload(method));
    private final String name;
    private final int mtu;
    final Link link = (Link) Proxy.newProxyInstance(Link.class.getClassLoader(), new Class<?>[] {Link.class}, this);
    /** Station addresses of groups that the card lets in. */
    final List<Long> stations = new ArrayList<>();
    /** What the card does. */
    Offloads offloads = Offloads.NONE;

    FakeLink(String name, int mtu) {
        this.name = name;
        this.mtu = mtu;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) {
        switch (method.getName()) {
            case "nic":
                return card;
            case "name":
                return name;
            case "mtu":
                return mtu;
            case "joinStations":
                stations.add((Long) arguments[0]);
                return null;
            case "leaveStations":
                stations.remove(arguments[0]);
                return null;
            case "hashCode":
                return System.identityHashCode(proxy);
            case "equals":
                return proxy == arguments[0];
            default:
                throw new UnsupportedOperationException(method.getName());
        }
    }

    private Offloads offload(Method method) {
        if (!method.getName().equals("offloads")) {
            throw new UnsupportedOperationException(method.getName());
        }
        return offloads;
    }
}
