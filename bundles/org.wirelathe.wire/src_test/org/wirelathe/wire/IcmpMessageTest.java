package org.wirelathe.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;

import org.junit.jupiter.api.Test;

/** RFC 792; what {@link HeaderCheckTest} does not hold. */
class IcmpMessageTest {
    @Test // RFC 792: a gateway fills the second word, a pointer its first octet
    void icmpWords() {
        byte[] bytes = new byte[8];
        IcmpMessage message = new IcmpMessage(bytes, 0);
        message.write(IcmpMessage.REDIRECT, IcmpMessage.CODE_REDIRECT_HOST, 0x0A0001FE, 8);
        assertEquals("0501ef000a0001fe", HexFormat.of().formatHex(bytes));
        assertEquals(0x0A0001FE, message.gateway());
        message.write(IcmpMessage.PARAMETER_PROBLEM, IcmpMessage.CODE_POINTER, 21 << 24, 8);
        assertEquals("0c00deff15000000", HexFormat.of().formatHex(bytes));
        assertEquals(21, message.pointer());
    }
}
