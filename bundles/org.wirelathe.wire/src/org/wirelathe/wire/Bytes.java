package org.wirelathe.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Big-endian (network order) access to a byte array; the caller has checked the bounds, the JVM checks them again. */
public final class Bytes {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Bytes() {
    }

    /** The unsigned 8-bit number at {@code at}. */
    public static int u8(byte[] bytes, int at) {
        return bytes[at] & 0xFF;
    }

    /** The unsigned 16-bit number at {@code at}. */
    public static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    /** The 32-bit number at {@code at}. */
    public static int i32(byte[] bytes, int at) {
        return bytes[at] << 24 | (bytes[at + 1] & 0xFF) << 16 | (bytes[at + 2] & 0xFF) << 8 | bytes[at + 3] & 0xFF;
    }

    /** The 48-bit number at {@code at}: a MAC address. */
    public static long u48(byte[] bytes, int at) {
        return (long) u16(bytes, at) << 32 | i32(bytes, at + 2) & 0xFFFF_FFFFL;
    }

    /** The 64-bit number at {@code at}. */
    public static long i64(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    /** Writes the low 8 bits of {@code value}. */
    public static void u8(byte[] bytes, int at, int value) {
        bytes[at] = (byte) value;
    }

    /** Writes the low 16 bits of {@code value}. */
    public static void u16(byte[] bytes, int at, int value) {
        bytes[at] = (byte) (value >> 8);
        bytes[at + 1] = (byte) value;
    }

    /** Writes 32 bits. */
    public static void i32(byte[] bytes, int at, int value) {
        bytes[at] = (byte) (value >> 24);
        bytes[at + 1] = (byte) (value >> 16);
        bytes[at + 2] = (byte) (value >> 8);
        bytes[at + 3] = (byte) value;
    }

    /** Writes the low 48 bits of {@code value}. */
    public static void u48(byte[] bytes, int at, long value) {
        u16(bytes, at, (int) (value >>> 32));
        i32(bytes, at + 2, (int) value);
    }

    /** Writes 64 bits. */
    public static void i64(byte[] bytes, int at, long value) {
        LONG.set(bytes, at, value);
    }
}
