package org.wirelathe.api.transport;

import org.wirelathe.api.probe.Gauges;

/** One connection, as its socket and the lab see it. Belongs to the loop's thread. */
public interface Connection {
    Endpoint local();

    Endpoint remote();

    ConnectionState state();

    /** The socket appended bytes to the send buffer; their end is the end of a write (PSH, B60). */
    void written();

    /** The socket took bytes from the receive buffer: the window may open (B25). */
    void consumed();

    /** No more will be written: FIN goes out behind what the send buffer holds (B44). */
    void finish();

    /**
     * The application closed: as {@link #finish}, and nobody will read. Unread input, or input that comes later, is
     * answered with RST (B46, RFC 9293 SHLD-3); the listener hears nothing more but {@code closed} or {@code failed}.
     */
    void release();

    /** RST now; everything buffered is lost. */
    void abort();

    /** Name of the algorithm at work; it differs from the one asked for while that one is not to be had. */
    String congestion();

    /** Asks for another algorithm; it takes over at once and sends nothing by itself. */
    void congestion(String name);

    /** Its numbers so far. */
    ConnectionReport report();

    /** Bytes sent and acknowledged so far; asked at every sample, so it makes no report. */
    default long bytesAcked() {
        return report().bytesAcked();
    }

    /** Bytes received in order so far; asked at every sample, so it makes no report. */
    default long bytesReceived() {
        return report().bytesReceived();
    }

    /**
     * Values for the chart: {@code cwnd}, {@code ssthresh} (bytes), {@code srtt}, {@code rto} (ns), {@code inFlight}.
     */
    void gauges(Gauges out);
}
