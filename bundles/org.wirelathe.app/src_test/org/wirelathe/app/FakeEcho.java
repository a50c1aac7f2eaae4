package org.wirelathe.app;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wirelathe.api.net.AddressRow;
import org.wirelathe.api.net.EchoListener;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.api.net.Network;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.net.Sent;
import org.wirelathe.wire.IpAddress;

/**
 * A network that remembers echo requests, and says what the test wants. A proxy: applications need no more of it.
 */
final class FakeEcho implements InvocationHandler {
    /** A request. */
    record Request(IpAddress destination, int identifier, int sequence, int size, SendOptions options) {
    }

    final Network network = (Network) Proxy.newProxyInstance(Network.class.getClassLoader(),
            new Class<?>[] {Network.class}, this);
    final List<Request> requests = new ArrayList<>();
    final Set<Integer> identifiers = new HashSet<>();
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
                identifiers.add((int) given[0]);
                return null;
            case "hasEchoListener":
                return identifiers.contains((int) given[0]);
            case "preferred": // the other way round: whoever does not ask is found out
                return ((List<?>) given[0]).reversed();
            case "addresses":
                return List.of(new AddressRow("eth7", new InterfaceAddress(FakeHost.LOCAL.address(), 24),
                        AddressRow.State.PREFERRED, Long.MAX_VALUE, Long.MAX_VALUE));
            default:
                throw new UnsupportedOperationException(method.getName());
        }
    }
}
