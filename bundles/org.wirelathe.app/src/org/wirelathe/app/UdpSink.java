package org.wirelathe.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirelathe.api.app.AppContext;
import org.wirelathe.api.app.AppProcess;
import org.wirelathe.api.app.AppResult;
import org.wirelathe.api.net.AddressRow;
import org.wirelathe.api.socket.DatagramSocket;
import org.wirelathe.api.socket.SocketException;
import org.wirelathe.api.time.Timer;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.wire.IpAddress;

/**
 * {@code udp-sink} at work: one socket, any number of senders. When it reads slowly, its socket loses datagrams (B52).
 */
final class UdpSink implements AppProcess {
    private static final int LARGEST = 65_536;
    private static final int MOST_SENDERS = 4096;
    private static final long BITS_NS = 8_000_000_000L;

    private final AppContext context;
    private final int port;
    private final long rate;
    private final long idle;
    private final IpAddress group;
    private final String device;
    private final byte[] datagram = new byte[LARGEST];
    private final Map<Endpoint, Tally> senders = new LinkedHashMap<>();
    /** Senders that have announced more than has come, or nothing. */
    private int incomplete;
    /** Datagrams of senders that are one too many to be told apart. */
    private long others;
    private long otherBytes;
    private DatagramSocket socket;
    /** When the next datagram may be read; not armed while it may at once. */
    private Timer reading;
    /** When nothing has come for so long that nothing more will. */
    private Timer ending;
    private boolean resting;
    /** Why it cannot go on; {@code null} as long as it can. */
    private String error;

    /**
     * @param rate bit/s of data that it reads; {@link Long#MAX_VALUE} for as fast as they come
     * @param idle ns without a datagram after which it has ended
     * @param group to join, or {@code null}
     * @param device to join it on, or {@code null} for the first one
     */
    UdpSink(AppContext context, int port, long rate, long idle, IpAddress group, String device) {
        this.context = context;
        this.port = port;
        this.rate = rate;
        this.idle = idle;
        this.group = group;
        this.device = device;
    }

    @Override
    public void start() {
        reading = context.node().scheduler().timer(this::read);
        ending = context.node().scheduler().timer(this::rest);
        Endpoint local = new Endpoint(IpAddress.ANY, port);
        try {
            socket = group == null ? context.sockets().datagram(local) : context.sockets().sharedDatagram(local);
            if (group != null) {
                socket.port().join(device == null ? firstDevice() : device, group);
            }
            socket.onReadable(this::readable);
        } catch (SocketException e) {
            fail(e.errno().message());
        } catch (IllegalArgumentException e) { // no such interface: its message is a sentence
            fail(e.getMessage());
        }
    }

    private String firstDevice() {
        for (AddressRow row : context.network().addresses()) {
            if (row.address().address().isV4() == group.isV4()) {
                return row.device();
            }
        }
        throw new IllegalArgumentException("no interface has an address of the family of " + group);
    }

    private void fail(String why) {
        error = why;
        context.rested();
    }

    private void readable() {
        if (!reading.isArmed()) {
            read();
        }
    }

    /** Reads what there is, or a datagram and then nothing for as long as the rate says. */
    private void read() {
        int length = take();
        while (length >= 0 && rate == Long.MAX_VALUE) {
            length = take();
        }
        if (length >= 0) {
            reading.armAt(now() + Math.max(1, length * BITS_NS / rate));
        }
    }

    /** The length of a datagram that was taken, or -1. */
    private int take() {
        try {
            int length = socket.receive(datagram, 0, LARGEST);
            if (length >= 0) {
                count(length);
            }
            return length;
        } catch (SocketException e) {
            fail(e.errno().message());
            return -1;
        }
    }

    private void count(int length) {
        Tally sender = senders.get(socket.from());
        if (sender == null && senders.size() < MOST_SENDERS) {
            sender = new Tally(socket.from());
            senders.put(socket.from(), sender);
            incomplete++;
        }
        if (sender == null) {
            others++;
            otherBytes += length;
        } else {
            boolean before = sender.isComplete();
            sender.add(datagram, length, now());
            incomplete -= !before && sender.isComplete() ? 1 : 0;
        }
        resting = false;
        restWhenDone();
    }

    /** All that was announced has come, or else the time begins again after which nothing more is waited for. */
    private void restWhenDone() {
        if (incomplete == 0) {
            ending.cancel();
            rest();
        } else {
            ending.armAt(now() + idle);
        }
    }

    private void rest() {
        if (reading.isArmed()) {
            ending.armAt(now() + idle); // what waits in the socket is still to be read
        } else {
            resting = true;
            context.rested();
        }
    }

    private long now() {
        return context.node().scheduler().now();
    }

    @Override
    public boolean isBusy() {
        return error == null && !resting;
    }

    @Override
    public AppResult result() {
        long datagrams = others;
        long bytes = otherBytes;
        List<Object> rows = new ArrayList<>();
        for (Tally sender : senders.values()) {
            datagrams += sender.datagrams();
            bytes += sender.bytes();
            rows.add(sender.row());
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("port", port);
        values.put("datagrams", datagrams);
        values.put("bytes", bytes);
        values.put("socketDrops", drops());
        values.put("senders", rows);
        return new AppResult(error == null, summary(datagrams, bytes), values);
    }

    private long drops() {
        return socket == null ? 0 : socket.drops();
    }

    private String summary(long datagrams, long bytes) {
        if (error != null) {
            return "port " + port + ": " + error;
        }
        if (senders.isEmpty()) {
            return "nothing came to port " + port;
        }
        long of = 0;
        long lost = 0;
        long reordered = 0;
        long jitter = 0;
        for (Tally sender : senders.values()) {
            of += sender.of();
            lost += sender.lost();
            reordered += sender.reordered();
            jitter = Math.max(jitter, sender.jitter());
        }
        String text = "received " + datagrams + (datagrams == 1 ? " datagram, " : " datagrams, ") + Texts.size(bytes);
        if (of > 0) {
            text += "; lost " + lost + " of " + of + ", " + reordered + " out of order, jitter " + Texts.time(jitter);
        }
        return drops() == 0 ? text : text + "; " + drops() + " dropped at the full socket buffer";
    }

    @Override
    public void close() {
        // It has no files.
    }
}
