package org.wirelathe.app;

import java.util.List;
import java.util.Map;
import org.wirelathe.api.app.Parameters;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.wire.IpAddress;

/** Parameters as a test gives them. */
record Given(Map<String, Object> values) implements Parameters {
    @Override
    public boolean has(String name) {
        return values.containsKey(name);
    }

    @Override
    public String text(String name, String otherwise) {
        return (String) values.getOrDefault(name, otherwise);
    }

    @Override
    public long number(String name, long otherwise) {
        return (Long) values.getOrDefault(name, otherwise);
    }

    @Override
    @SuppressWarnings("unchecked") // one address, or several
    public List<IpAddress> hosts(String name) {
        return values.get(name) instanceof IpAddress one ? List.of(one) : (List<IpAddress>) values.get(name);
    }

    @Override
    @SuppressWarnings("unchecked") // one end, or several
    public List<Endpoint> endpoints(String name) {
        return values.get(name) instanceof Endpoint one ? List.of(one) : (List<Endpoint>) values.get(name);
    }
}
