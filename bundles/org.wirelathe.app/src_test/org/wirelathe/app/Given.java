package org.wirelathe.app;

import java.util.Map;
import org.wirelathe.api.app.Parameters;
import org.wirelathe.api.transport.Endpoint;

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
    public int host(String name) {
        return (Integer) values.get(name);
    }

    @Override
    public Endpoint endpoint(String name) {
        return (Endpoint) values.get(name);
    }
}
