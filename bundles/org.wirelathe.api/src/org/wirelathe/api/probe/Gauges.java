package org.wirelathe.api.probe;

/** Receives named values when the recorder or a view asks for them; nothing is recorded on the packet path. */
public interface Gauges {
    /** One value, in the unit that the name ends in or that is the field's own: {@code cwnd} bytes, {@code rtt} ns. */
    void gauge(String name, long value);
}
