package org.wirelathe.lab.internal.build;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wirelathe.api.app.Application;
import org.wirelathe.api.app.Parameter;
import org.wirelathe.api.app.Parameters;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.lab.LabException;
import org.wirelathe.model.App;
import org.wirelathe.model.Node;
import org.wirelathe.model.QuantityException;
import org.wirelathe.model.Topology;
import org.wirelathe.wire.IpAddress;

/** An application's parameters: what the lab file says, read by the types that the application gives them. */
final class AppParameters implements Parameters {
    private final App app;
    private final Topology topology;
    /** Numbers, addresses, endpoints and texts by name. */
    private final Map<String, Object> values = new HashMap<>();

    /**
     * @param index place of the application in the lab file
     * @throws LabException when a value is missing, or does not fit its type
     */
    AppParameters(Application application, App app, int index, Topology topology) throws LabException {
        this.app = app;
        this.topology = topology;
        for (Parameter parameter : application.parameters()) {
            String name = parameter.name();
            if (app.parameters().containsKey(name)) {
                values.put(name, value(parameter, index));
            } else if (parameter.required()) {
                throw new LabException(app.run() + " on " + app.on() + " needs '" + name + "': " + parameter.help(),
                        "apps", index);
            }
        }
    }

    private Object value(Parameter parameter, int index) throws LabException {
        String name = parameter.name();
        try {
            return switch (parameter.type()) {
                case NUMBER, PORT -> app.integer(name).orElseThrow(IllegalArgumentException::new);
                case SIZE -> app.bytes(name).orElseThrow(IllegalArgumentException::new);
                case DURATION -> app.duration(name).orElseThrow(IllegalArgumentException::new);
                case RATE -> app.rate(name).orElseThrow(IllegalArgumentException::new);
                case HOST -> addresses(app.text(name).orElseThrow(IllegalArgumentException::new));
                case ENDPOINT -> endpoints(app.endpoint(name).orElseThrow(IllegalArgumentException::new));
                case TEXT, FLAG, INPUT_FILE, OUTPUT_FILE -> app.text(name).orElseThrow(IllegalArgumentException::new);
            };
        } catch (QuantityException e) {
            throw new LabException(e.getMessage(), "apps", index, name);
        } catch (IllegalArgumentException e) {
            throw new LabException("'" + app.text(name).orElse("...") + "' does not fit '" + name + "' of " + app.run()
                    + ": " + parameter.help(), "apps", index, name);
        }
    }

    private List<Endpoint> endpoints(org.wirelathe.model.Endpoint written) {
        return addresses(written.host()).stream().map(address -> new Endpoint(address, written.port())).toList();
    }

    private List<IpAddress> addresses(String host) {
        List<IpAddress> addresses =
                topology.node(host).map(Node::addresses).orElseGet(() -> List.of(IpAddress.parse(host)));
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException(host + " has no address");
        }
        return addresses;
    }

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
    @SuppressWarnings("unchecked") // HOST
    public List<IpAddress> hosts(String name) {
        return (List<IpAddress>) values.get(name);
    }

    @Override
    @SuppressWarnings("unchecked") // ENDPOINT
    public List<Endpoint> endpoints(String name) {
        return (List<Endpoint>) values.get(name);
    }
}
