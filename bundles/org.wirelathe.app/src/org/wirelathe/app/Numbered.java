package org.wirelathe.app;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * What {@code udp-send} writes at the head of each datagram, big-endian, for {@code udp-sink} to count by: a mark, how
 * many datagrams there are to be in all, which one this is, from 0, and when it was sent, in ns of the run.
 */
final class Numbered {
    /** Bytes of it: the least that a datagram has. */
    static final int LENGTH = 24;

    private static final int MARK = 0x57_4C_55_31; // WLU1
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Numbered() {
    }

    static void write(byte[] datagram, int of, long number, long time) {
        INT.set(datagram, 0, MARK);
        INT.set(datagram, 4, of);
        LONG.set(datagram, 8, number);
        LONG.set(datagram, 16, time);
    }

    /** Whether a datagram of that length has the head, and numbers that can be. */
    static boolean is(byte[] datagram, int length) {
        return length >= LENGTH && (int) INT.get(datagram, 0) == MARK && of(datagram) > 0 && number(datagram) >= 0
                && number(datagram) < of(datagram);
    }

    static int of(byte[] datagram) {
        return (int) INT.get(datagram, 4);
    }

    static long number(byte[] datagram) {
        return (long) LONG.get(datagram, 8);
    }

    static long time(byte[] datagram) {
        return (long) LONG.get(datagram, 16);
    }
}
