package org.wirelathe.tcp;

import static org.wirelathe.api.transport.ConnectionState.CLOSED;
import static org.wirelathe.api.transport.ConnectionState.CLOSE_WAIT;
import static org.wirelathe.api.transport.ConnectionState.ESTABLISHED;
import static org.wirelathe.api.transport.ConnectionState.FIN_WAIT_1;
import static org.wirelathe.api.transport.ConnectionState.FIN_WAIT_2;
import static org.wirelathe.api.transport.ConnectionState.LAST_ACK;
import static org.wirelathe.api.transport.ConnectionState.SYN_RECEIVED;
import static org.wirelathe.api.transport.ConnectionState.SYN_SENT;
import static org.wirelathe.api.transport.ConnectionState.TIME_WAIT;

import org.wirelathe.api.congestion.FlowInfo;
import org.wirelathe.api.net.Path;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.probe.Gauges;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.transport.Connection;
import org.wirelathe.api.transport.ConnectionConfig;
import org.wirelathe.api.transport.ConnectionReport;
import org.wirelathe.api.transport.ConnectionState;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.api.transport.Failure;

/**
 * One connection: its state, and the parts that do the work, wired together (the TCB; B53).
 *
 * <p>Whatever happens, a segment, a timer, an ICMP error, runs in two steps: first the parts change their variables,
 * then {@link #settle} tells the socket, sends what may be sent, and acknowledges what is still owed. A call that the
 * socket makes sends at once and leaves the telling to {@link Notices}, so a listener never hears from inside its own
 * call.
 */
final class TcpConnection implements Connection {
    /** Twice the maximum segment lifetime (Linux TCP_TIMEWAIT_LEN; RFC 9293 MUST-13). */
    private static final long TWO_MSL = 60_000_000_000L;
    /** How long FIN-WAIT-2 lasts when nobody reads any more (Linux tcp_fin_timeout). */
    private static final long FIN_TIMEOUT = 60_000_000_000L;

    private final Endpoint local;
    private final Endpoint remote;
    final long localHigh;
    final long localLow;
    final int localPort;
    final long remoteHigh;
    final long remoteLow;
    final int remotePort;
    /** The way to the peer. */
    final Path path;
    final PathMtu pathMtu;
    /** Counts connections in the order in which they were begun. */
    final long id;
    /** Neighbours in the transport's list of live connections. */
    TcpConnection previous;
    TcpConnection next;
    /** The next one that {@link Notices} will tell. */
    TcpConnection nextNotice;
    boolean noticed;

    final Timers timers;
    final RttEstimator rtt = new RttEstimator();
    final CongestionSlot congestion;
    final SendSide send;
    final Output output;
    final ReceiveSide receive;
    final Handshake handshake;
    final WindowProbe probe = new WindowProbe(this);
    final News news;
    final FlowStatistics statistics;
    /** Whose SYN queue or accept queue it stands in; {@code null} after an active open (MUST-11). */
    final TcpListener origin;

    final SegmentWriter writer;
    final Mib mib;
    final Trace trace;
    final StreamTrace streams;

    private final Tcp tcp;
    private final Scheduler clock;
    private final Retransmission retransmission = new Retransmission(this);
    private final ChallengeAcks challenges = new ChallengeAcks(this);

    private ConnectionState state = CLOSED;
    /** The application has closed: nobody reads. */
    private boolean released;
    private boolean finishing;

    private long lastAcknowledgment;

    TcpConnection(Tcp tcp, long id, Endpoint local, Endpoint remote, Path path, ConnectionConfig config,
            TcpListener origin) {
        this.tcp = tcp;
        this.id = id;
        this.local = local;
        this.remote = remote;
        this.localHigh = local.address().high();
        this.localLow = local.address().low();
        this.localPort = local.port();
        this.remoteHigh = remote.address().high();
        this.remoteLow = remote.address().low();
        this.remotePort = remote.port();
        this.path = path;
        this.origin = origin;
        this.news = new News(this, config, origin);
        this.statistics = new FlowStatistics(tcp.mib());
        this.pathMtu = new PathMtu(this, path);
        this.clock = tcp.scheduler();
        this.writer = tcp.writer();
        this.mib = tcp.mib();
        this.trace = tcp.trace();
        this.streams = trace.streams(this);
        this.timers = new Timers(clock, this);
        this.congestion = new CongestionSlot(this, config.congestion(), tcp.algorithms());
        this.send = new SendSide(this, config.send(), congestion);
        this.output = new Output(this, send);
        this.receive = new ReceiveSide(this, config.receive(), pathMtu.toAnnounce(), tcp.settings().delayedAck());
        this.handshake = new Handshake(this);
    }

    // ---- what connections share ----

    long now() {
        return clock.now();
    }

    // ---- opening ----

    /** Sends the first SYN; of an active open without {@code syn}, of a passive one in answer to it. */
    Sent open(Segment syn) {
        send.begin(tcp.initialSequence().next(local.address(), localPort, remote.address(), remotePort));
        if (syn == null) {
            becomes(SYN_SENT);
        } else {
            handshake.take(syn);
            becomes(SYN_RECEIVED);
        }
        retransmission.restart();
        return writer.syn(this);
    }

    /** The handshake is complete. */
    void established() {
        if (state == SYN_RECEIVED && origin != null) {
            origin.completed();
        }
        becomes(ESTABLISHED);
        statistics.established(now());
        if (send.times().oldest() >= 0) {
            rtt.sample(send.times().oldest());
            rtt.seen(send.times().newest());
        }
        rtt.handshakeDone();
        retransmission.progressed(true);
        int mss = send.mss();
        congestion.begin(new FlowInfo(mss, name()), handshake.isRepeated() ? mss : InitialWindow.of(mss));
        news.note(News.OPENED);
        if (finishing) {
            becomes(FIN_WAIT_1);
        }
    }

    /** Whether the last ACK of a handshake may be taken: after a passive open, whether the accept queue has room. */
    boolean mayComplete() {
        return origin == null || origin.hasRoom();
    }

    // ---- events ----

    void arrived(Segment seg) {
        tcp.arrival().whileOpen(this, seg);
        settle();
    }

    void expired(TcpTimer which) {
        switch (which) {
            case RETRANSMIT -> retransmission.expired();
            case PERSIST -> probe.expired();
            case DELAYED_ACK -> {
                mib.delayedAcks.increment();
                sendAck();
            }
            case FIN_WAIT_2 -> closed();
            case TIME_WAIT -> forget();
        }
        news.tell();
    }

    /**
     * An error about a segment of ours whose number was in flight: ends an attempt to connect, else only counts (B37).
     */
    void unreachable(Failure why) {
        if (state == SYN_SENT) {
            fail(why);
        } else {
            mib.softErrors.increment();
        }
        settle();
    }

    /** A router found a segment of ours, whose number was in flight, larger than the next link (RFC 1191, B21). */
    void tooBig(int mtu) {
        if (maySend()) {
            pathMtu.reported(mtu);
            settle();
        }
    }

    private void settle() {
        news.tell();
        if (state != CLOSED) {
            output.run();
            receive.acknowledgeIfDue();
        }
    }

    // ---- what the parts report ----

    /** SND.UNA moved. */
    void progressed(boolean restartTimer) {
        path.confirmed();
        retransmission.progressed(restartTimer);
    }

    void restartRetransmissionTimer() {
        retransmission.restart();
    }

    /** How often in a row the data at SND.UNA has timed out. */
    int retries() {
        return retransmission.retries();
    }

    void heardAcknowledgment() {
        lastAcknowledgment = now();
        probe.answered();
    }

    /**
     * Whether the peer says, and said lately, that it takes nothing: that is no reason to give up (RFC 9293 SHLD-17).
     */
    boolean hasHeardOfShutWindow() {
        return send.window() == 0 && now() - lastAcknowledgment <= RttEstimator.MOST_RTO;
    }

    void sendAck() {
        writer.ack(this);
    }

    void challenge() {
        challenges.send();
    }

    void journal(String kind, String detail) {
        tcp.journal().event(kind, name(), detail);
    }

    // ---- states ----

    void becomes(ConnectionState newState) {
        state = newState;
    }

    /** Whether data and FIN may be sent in this state. */
    boolean maySend() {
        return switch (state) {
            case ESTABLISHED, CLOSE_WAIT, FIN_WAIT_1, CLOSING, LAST_ACK -> true;
            default -> false;
        };
    }

    boolean isHalfOpen() {
        return state == SYN_RECEIVED;
    }

    boolean isReleased() {
        return released;
    }

    void finWait2() {
        becomes(FIN_WAIT_2);
        if (released) {
            timers.arm(TcpTimer.FIN_WAIT_2, FIN_TIMEOUT);
        }
    }

    void timeWait() {
        if (state != TIME_WAIT) {
            becomes(TIME_WAIT);
            timers.cancelAll();
            news.note(News.ENDED);
        }
        timers.arm(TcpTimer.TIME_WAIT, TWO_MSL);
    }

    /** Ended in order, with nothing to wait for. */
    void closed() {
        news.note(News.ENDED);
        forget();
    }

    /** Gone for good. After a passive open that never completed nobody has heard of it, and nobody will. */
    void fail(Failure why) {
        if (state == CLOSED) {
            return;
        }
        if (state == SYN_RECEIVED || state == SYN_SENT) {
            mib.attemptFails.increment();
        }
        boolean known = origin == null || statistics.isEstablished();
        forget();
        if (known) {
            news.noteFailure(why);
            journal(why == Failure.TIMED_OUT ? "timeout" : "reset", why.toString());
        }
    }

    /** A believable RST came (RFC 9293 §3.10.7.4, second step). */
    void wasReset() {
        switch (state) {
            case SYN_RECEIVED -> fail(Failure.REFUSED);
            case TIME_WAIT -> forget();
            case CLOSING, LAST_ACK -> {
                if (send.bytesUnacknowledged() > 0) {
                    fail(Failure.RESET);
                } else {
                    closed();
                }
            }
            default -> {
                mib.estabResets.increment();
                fail(Failure.RESET);
            }
        }
    }

    /** Text came for an application that has closed. */
    void resetForUnwantedText() {
        writer.reset(this);
        fail(Failure.ABORTED);
    }

    /** Leaves without a word: it could not be begun, or the run is over. */
    void discard() {
        news.drop();
        forget();
    }

    /** Leaves every table; no timer and no segment finds it any more. */
    private void forget() {
        if (state == CLOSED) {
            return;
        }
        if (state == SYN_RECEIVED && origin != null) {
            origin.gaveUp();
        }
        becomes(CLOSED);
        timers.cancelAll();
        tcp.forget(this);
    }

    // ---- Connection: calls of the socket ----

    @Override
    public Endpoint local() {
        return local;
    }

    @Override
    public Endpoint remote() {
        return remote;
    }

    @Override
    public ConnectionState state() {
        return state;
    }

    @Override
    public void written() {
        output.push();
        output.run();
        noticeLater();
    }

    @Override
    public void consumed() {
        if (state == ESTABLISHED || state == FIN_WAIT_1 || state == FIN_WAIT_2) {
            receive.consumed();
        }
    }

    @Override
    public void finish() {
        if (finishing || state == CLOSED) {
            return;
        }
        finishing = true;
        send.finish();
        if (state == ESTABLISHED) {
            becomes(FIN_WAIT_1);
        } else if (state == CLOSE_WAIT) {
            becomes(LAST_ACK);
        }
        output.run();
        noticeLater();
    }

    @Override
    public void release() {
        if (released) {
            return;
        }
        released = true;
        news.silence();
        if (state == SYN_SENT) {
            end(false);
        } else if (receive.unread() > 0 && state != TIME_WAIT) {
            end(true);                                                  // B46, SHLD-3
        } else {
            finish();
            if (state == FIN_WAIT_2) {
                timers.arm(TcpTimer.FIN_WAIT_2, FIN_TIMEOUT);
            }
        }
    }

    /** RFC 9293 §3.10.5; as Linux does, a peer that waits for more than it will get is told in every state. */
    @Override
    public void abort() {
        released = true;
        news.silence();
        switch (state) {
            case SYN_SENT -> end(false);
            case SYN_RECEIVED, ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2, CLOSE_WAIT -> end(true);
            case CLOSING, LAST_ACK -> end(send.hasUnsent());
            default -> forget();                                        // TIME-WAIT: it has ended already
        }
    }

    private void end(boolean reset) {
        if (state == CLOSED) {
            return;
        }
        if (reset) {
            writer.reset(this);
        }
        fail(Failure.ABORTED);
        noticeLater();
    }

    private void noticeLater() {
        if (news.isDue()) {
            tcp.notices().add(this);
        }
    }

    @Override
    public String congestion() {
        return congestion.name();
    }

    @Override
    public void congestion(String name) {
        congestion.want(name);
    }

    @Override
    public long bytesAcked() {
        return send.bytesAcknowledged();
    }

    @Override
    public long bytesReceived() {
        return receive.bytes();
    }

    @Override
    public ConnectionReport report() {
        return statistics.report(this);
    }

    @Override
    public void gauges(Gauges out) {
        congestion.gauges(out);
        if (rtt.smoothed() >= 0) {
            out.gauge("srtt", rtt.smoothed());
        }
        out.gauge("rto", rtt.timeout());
        out.gauge("inFlight", send.recovery().inFlight());
    }

    private String name() {
        return tcp.nodeName() + ':' + localPort + '>' + remote();
    }
}
