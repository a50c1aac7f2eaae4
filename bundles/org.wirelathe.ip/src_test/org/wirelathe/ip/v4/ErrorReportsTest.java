package org.wirelathe.ip.v4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.wirelathe.ip.v4.TestNode.a;
import static org.wirelathe.ip.v4.TestNode.icmp;
import static org.wirelathe.ip.v4.TestNode.packet;
import static org.wirelathe.ip.v4.TestNode.sealed;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.IcmpMessage;

/** Errors that come in: who hears of them, and which are not believed (RFC 1122 §3.2.2, RFC 5927 §4; hostile 23). */
class ErrorReportsTest {
    private static final String ME = "10.0.2.254";
    private static final String ROUTER = "10.0.2.9";
    private static final String FAR = "192.0.2.1";
    private static final String QUOTED = "102030405060708";

    private final TestNode node = new TestNode();

    @AfterEach
    void close() {
        node.close();
    }

    private void error(int type, int code, int mtu, byte[] quoted) {
        node.in(node.eth1, icmp(ROUTER, ME, type, code, 0, mtu, quoted));
    }

    /** Quotes a packet of ours. */
    private static byte[] ours() {
        return packet(ME, FAR, TestNode.TEST, 3, 8);
    }

    private void believed(String expected) {
        assertEquals(List.of(expected), node.up);
        node.up.clear();
    }

    private void notBelieved(String reason, long count) {
        assertEquals(List.of(), node.up);
        assertEquals(count, node.count("icmp." + reason));
    }

    @Test
    void errorGoesToTheProtocolOfTheQuotedPacket() {
        error(11, 0, 0, ours());
        believed("TIME_EXCEEDED from 10.0.2.9 about 10.0.2.254 > 192.0.2.1 " + QUOTED);
        error(3, 4, 1400, ours());
        believed("FRAGMENTATION_NEEDED from 10.0.2.9 about 10.0.2.254 > 192.0.2.1 " + QUOTED + " mtu 1400");
        assertEquals(2, node.count("icmp.inReported"));
    }

    @Test // RFC 792, RFC 1122 §3.2.2.1, RFC 1812 §5.2.7.1
    void everyUnreachableCode() {
        String[] kinds = {"NET", "HOST", "PROTOCOL", "PORT", "FRAGMENTATION_NEEDED", "HOST", "NET", "HOST", "HOST",
            "PROHIBITED", "PROHIBITED", "NET", "HOST", "PROHIBITED", "HOST", "HOST"};
        for (int code = 0; code < kinds.length; code++) {
            error(3, code, 0, ours());
            boolean whole = kinds[code].length() > "PROTOCOL".length();
            believed(kinds[code] + (whole ? "" : "_UNREACHABLE") + " from 10.0.2.9 about 10.0.2.254 > 192.0.2.1 "
                    + QUOTED);
        }
        error(3, 16, 0, ours());
        error(3, 255, 0, ours());
        error(11, 2, 0, ours());
        notBelieved("inUnknownType", 3);
    }

    @Test
    void typesOfNoUse() {
        for (int type : new int[] {1, 9, 10, 17, 255}) {
            error(type, 0, 0, ours());
        }
        notBelieved("inUnknownType", 5);
        error(IcmpMessage.SOURCE_QUENCH, 0, 0, ours());
        notBelieved("inSourceQuench", 1); // RFC 6633 §3: silently
    }

    @Test // hostile input 23: the quoted packet truncated at every byte
    void truncatedQuotation() {
        for (int length = 0; length < 28; length++) {
            error(3, 1, 0, Arrays.copyOf(ours(), length));
        }
        notBelieved("inQuote", 28);
        error(3, 1, 0, Arrays.copyOf(ours(), 28));
        assertEquals(1, node.up.size(), "eight bytes are enough: RFC 792");
    }

    @Test
    void quotationMayHaveOptions() {
        byte[] quoted = packet(ME, FAR, TestNode.TEST, 3, 16);
        quoted[0] = 0x47;
        error(3, 1, 0, quoted);
        believed("HOST_UNREACHABLE from 10.0.2.9 about 10.0.2.254 > 192.0.2.1 90a0b0c0d0e0f10");
        error(3, 1, 0, Arrays.copyOf(quoted, 35));
        notBelieved("inQuote", 1);
    }

    @Test
    void quotationThatWeCannotHaveSent() {
        error(3, 1, 0, packet("10.0.2.77", FAR)); // another host's
        error(3, 1, 0, packet("10.0.1.254", FAR)); // ours, but then the error would have come to that address
        byte[] version = ours();
        version[0] = 0x65;
        error(3, 1, 0, version);
        byte[] header = ours();
        header[0] = 0x44;
        error(3, 1, 0, header);
        byte[] fragment = ours();
        Bytes.u16(fragment, 6, 0x0001);
        error(3, 1, 0, sealed(fragment));
        byte[] length = ours();
        Bytes.u16(length, 2, 27);
        error(3, 1, 0, sealed(length));
        notBelieved("inQuote", 6);
    }

    @Test
    void errorForAProtocolThatNobodySpeaks() {
        error(3, 2, 0, packet(ME, FAR, 200, 3, 8));
        notBelieved("inQuote", 1);
    }

    @Test // hostile input 23
    void errorAboutAnError() {
        byte[] inner = icmp(ME, FAR, IcmpMessage.UNREACHABLE, 1, 0, 0, ours());
        error(3, 1, 0, inner);
        notBelieved("inQuote", 1);
    }

    @Test // B37: what a ping hears
    void errorAboutAnEchoGoesToItsListener() {
        node.ip.echoListener(7, node);
        byte[] request = icmp(ME, FAR, IcmpMessage.ECHO, 0, 7, 3, new byte[8]);
        error(11, 0, 0, request);
        believed("echo 3 failed: TIME_EXCEEDED from 10.0.2.9");
        error(3, 1, 0, icmp(ME, FAR, IcmpMessage.ECHO, 0, 8, 3, new byte[8]));
        error(3, 1, 0, icmp(ME, FAR, IcmpMessage.ECHO_REPLY, 0, 7, 3, new byte[8]));
        notBelieved("inQuote", 2);
        node.eth1.client.unresolved(node.copy(request), a(ROUTER));
        believed("echo 3 failed: HOST_UNREACHABLE from 10.0.2.254");
    }
}
