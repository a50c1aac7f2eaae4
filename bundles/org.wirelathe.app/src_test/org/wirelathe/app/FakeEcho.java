package org.wirelathe.app;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.wirelathe.api.net.EchoListener;
import org.wirelathe.api.net.Network;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.net.Sent;
import org.wirelathe.wire.IpAddress;

/** A network that remembers echo requests, and says what the test wants. A proxy: ping needs no more of a network. */
final class FakeEcho implements InvocationHandler {
    /** A request. */
    record Request(IpAddress destination, int identifier, int sequence, int size, SendOptions options) {
    }

    final Network network = (Network) Proxy.newProxyInstance(Network.class.getClassLoader(),
            new Class<?>[] {Network.class}, this);
    final List<Request> requests = new ArrayList<>();
    EchoListener listener;
    Sent answer = Sent.YES;

    @Override
    public Object invoke(Object proxy, Method method, Object[] given) {
        switch (method.getName()) {
            case "echo":
                requests.add(new Request((IpAddress) given[0], (int) given[1], (int) given[2], (int) given[3],
                        (SendOptions) given[4]));
                return answer;
            case "echoListener":
                listener = (EchoListener) given[1];
                return null;
            default:
                throw new UnsupportedOperationException(method.getName());
        }
    }
}
