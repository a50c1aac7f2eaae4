package org.wirelathe.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirelathe.api.app.AppContext;
import org.wirelathe.api.app.AppProcess;
import org.wirelathe.api.app.AppResult;
import org.wirelathe.api.app.ByteSink;
import org.wirelathe.api.app.ParameterException;
import org.wirelathe.api.socket.Errno;
import org.wirelathe.api.socket.ListenSocket;
import org.wirelathe.api.socket.SocketException;
import org.wirelathe.api.socket.StreamSocket;
import org.wirelathe.api.transport.Endpoint;

/** {@code sink} at work: one listening socket, any number of connections at once. */
final class Sink implements AppProcess {
    private static final int BACKLOG = 128;
    private static final int BUFFER = 64 * 1024;

    private final AppContext context;
    private final int port;
    private final String save;
    private final byte[] buffer = new byte[BUFFER];
    private final List<Guest> guests = new ArrayList<>();
    private ListenSocket listener;
    private int present;
    /** Why it does not listen; {@code null} as long as it does, or has not begun to. */
    private Errno error;
    /** Why something was not saved; {@code null} when everything was. */
    private String notSaved;

    Sink(AppContext context, int port, String save) {
        this.context = context;
        this.port = port;
        this.save = save;
    }

    @Override
    public void start() {
        try {
            listener = context.sockets().listen(port, BACKLOG);
            listener.onAcceptable(this::acceptable);
        } catch (SocketException e) {
            error = e.errno();
            context.rested();
        }
    }

    private void acceptable() {
        for (StreamSocket socket = listener.accept(); socket != null; socket = listener.accept()) {
            present++;
            Guest guest = new Guest(socket, sink(guests.size() + 1));
            guests.add(guest);
            socket.onReadable(guest::readable);
            guest.readable();
        }
    }

    private ByteSink sink(int number) {
        try {
            return context.save(save == null || number == 1 ? save : save + '.' + number);
        } catch (ParameterException e) {
            notSaved = e.getMessage();
            return unsaved();
        }
    }

    private ByteSink unsaved() {
        try {
            return context.save(null);
        } catch (ParameterException e) {
            throw new IllegalStateException(e); // only names can be wrong
        }
    }

    private void left() {
        present--;
        if (present == 0) {
            context.rested();
        }
    }

    @Override
    public boolean isBusy() {
        return error == null && (guests.isEmpty() || present > 0);
    }

    @Override
    public AppResult result() {
        long bytes = 0;
        boolean ok = error == null && notSaved == null && present == 0;
        List<Object> received = new ArrayList<>();
        for (Guest guest : guests) {
            bytes += guest.sink.size();
            ok &= guest.error == null;
            received.add(guest.result());
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("port", port);
        values.put("connections", guests.size());
        values.put("bytes", bytes);
        values.put("received", received);
        return new AppResult(ok, summary(bytes), values);
    }

    private String summary(long bytes) {
        if (error != null) {
            return "port " + port + ": " + error.message();
        }
        if (notSaved != null) {
            return notSaved;
        }
        if (guests.isEmpty()) {
            return "nobody connected to port " + port;
        }
        for (Guest guest : guests) {
            if (guest.error != null) {
                return guest.remote + ": " + guest.error.message() + ", after " + Texts.size(guest.sink.size());
            }
        }
        String far = "received " + Texts.size(bytes) + " on " + guests.size()
                + (guests.size() == 1 ? " connection" : " connections");
        return present == 0 ? far : far + ", " + present + " of them still open when the run ended";
    }

    @Override
    public void close() {
        guests.forEach(guest -> guest.sink.close());
    }

    /** One connection. */
    private final class Guest {
        private final StreamSocket socket;
        private final Endpoint local;
        private final Endpoint remote;
        private final ByteSink sink;
        private boolean gone;
        private Errno error;

        Guest(StreamSocket socket, ByteSink sink) {
            this.socket = socket;
            this.sink = sink;
            local = socket.connection().local();
            remote = socket.connection().remote();
        }

        void readable() {
            if (gone) {
                return;
            }
            try {
                int read = socket.read(buffer, 0, BUFFER);
                while (read > 0) {
                    sink.write(buffer, 0, read);
                    read = socket.read(buffer, 0, BUFFER);
                }
                if (read < 0) {
                    leave();
                }
            } catch (SocketException e) {
                error = e.errno();
                leave();
            }
        }

        private void leave() {
            gone = true;
            sink.close();
            socket.close();
            left();
        }

        Map<String, Object> result() {
            // The hash of a stream that goes on would end it.
            Map<String, Object> stream = Texts.stream(local, remote, sink.size(), gone ? sink.sha256() : null);
            if (error != null) {
                stream.put("error", error.name());
            }
            return stream;
        }
    }
}
