package org.wirelathe.ip.udp;

import java.util.ArrayList;
import java.util.List;

import org.wirelathe.api.net.Path;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.transport.DatagramHandler;
import org.wirelathe.api.transport.DatagramPort;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.api.transport.Failure;
import org.wirelathe.api.transport.TransportException;
import org.wirelathe.wire.IpAddress;

/** One open port: its two ends, as the table has them, and whoever has it. */
final class UdpPort implements DatagramPort {
    /** A group that this port has joined on an interface. */
    private record Membership(String device, IpAddress group) {
    }

    final DatagramHandler handler;
    /** Whether others may have the same end, if they say so too (SO_REUSEADDR). */
    final boolean shared;
    long localHigh;
    long localLow;
    final int localPort;
    /** All zeros while it has no peer. */
    long remoteHigh;
    long remoteLow;
    int remotePort;
    UdpPort nextInTable;
    boolean closed;

    private final Udp udp;
    /** What it was opened at: where it is again when it has no peer any more. */
    private final IpAddress bound;
    private final Destination last;
    private final List<Membership> memberships = new ArrayList<>(0);
    private Endpoint local;
    private Endpoint remote;
    private Path path;
    private boolean broadcast;

    UdpPort(Udp udp, Endpoint local, boolean shared, DatagramHandler handler) {
        this.udp = udp;
        this.handler = handler;
        this.shared = shared;
        this.bound = local.address();
        this.localPort = local.port();
        this.last = new Destination(udp.network());
        at(local.address());
    }

    private void at(IpAddress address) {
        localHigh = address.high();
        localLow = address.low();
        local = new Endpoint(address, localPort);
    }

    /** Whether these are its ends. */
    boolean has(long aLocalHigh, long aLocalLow, int aLocalPort, long aRemoteHigh, long aRemoteLow, int aRemotePort) {
        return localPort == aLocalPort && localLow == aLocalLow && remoteLow == aRemoteLow
                && remotePort == aRemotePort && localHigh == aLocalHigh && remoteHigh == aRemoteHigh;
    }

    IpAddress boundTo() {
        return local.address();
    }

    @Override
    public Endpoint local() {
        return local;
    }

    @Override
    public Endpoint remote() {
        return remote;
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public void connect(Endpoint to) throws TransportException {
        Path way = null;
        if (to != null) {
            way = udp.network().path(bound.isAny() ? null : bound, to.address());
            if (way == null || bound.isAny() && bound.isV4() && !to.address().isV4()) {
                throw noRoute(to);
            }
            if (!broadcast && to.address().isV4()
                    && Destination.isBroadcast(udp.network(), to.address().v4())) {
                throw notAllowed(to);
            }
        }
        udp.table().remove(this);
        path = way;
        remote = to;
        remoteHigh = to == null ? 0 : to.address().high();
        remoteLow = to == null ? 0 : to.address().low();
        remotePort = to == null ? 0 : to.port();
        at(way == null ? bound : way.source());
        udp.table().add(this);
    }

    @Override
    public Sent send(byte[] source, int at, int length, Endpoint to, SendOptions options) throws TransportException {
        Path way = path;
        Endpoint end = remote;
        if (to != null) {
            end = to;
            way = wayTo(to);
        }
        Sent sent = udp.writer().send(way, localPort, end.port(), source, at, length, options);
        if (sent == Sent.NO_ROUTE) {
            throw noRoute(end);
        }
        return sent;
    }

    private Path wayTo(Endpoint to) throws TransportException {
        boolean wrongFamily = bound.isAny() && bound.isV4() && !to.address().isV4();
        Path way = wrongFamily ? null
                : last.path(bound.isAny() ? null : bound, to.address(), udp.now());
        if (way == null) {
            throw noRoute(to);
        }
        if (last.isBroadcast() && !broadcast) {
            throw notAllowed(to);
        }
        return way;
    }

    private static TransportException noRoute(Endpoint to) {
        return new TransportException(Failure.NETWORK_UNREACHABLE, "there is no route to " + to);
    }

    private static TransportException notAllowed(Endpoint to) {
        return new TransportException(Failure.PROHIBITED, to + " is all stations, and the port may not send to them");
    }

    @Override
    public void broadcast(boolean allowed) {
        broadcast = allowed;
    }

    @Override
    public void join(String device, IpAddress group) {
        udp.network().join(device, group);
        memberships.add(new Membership(device, group));
    }

    @Override
    public void leave(String device, IpAddress group) {
        if (memberships.remove(new Membership(device, group))) {
            udp.network().leave(device, group);
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            for (Membership membership : memberships) {
                udp.network().leave(membership.device(), membership.group());
            }
            memberships.clear();
            udp.forget(this);
        }
    }
}
