package org.wirelathe.tcp;

import static org.wirelathe.api.transport.ConnectionState.CLOSED;
import static org.wirelathe.api.transport.ConnectionState.ESTABLISHED;
import static org.wirelathe.tcp.Drill.ms;
import static org.wirelathe.tcp.Drill.seconds;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.TcpHeader;

/** Resets and what pretends to be one (RFC 9293 §3.5.2, §3.5.3, RFC 5961, B43, B65). */
class ResetTest {
    /** RFC 5961 §3.2: only at exactly RCV.NXT; elsewhere in the window a challenge; outside nothing. */
    @ParameterizedTest
    @CsvSource({"1, dies", "2, challenge", "1000, challenge", "65535, challenge", "65536, challenge", "65537, nothing",
        "0, nothing", "-1, nothing", "1000000, nothing"})
    void onlyAnExactResetIsBelieved(long number, String expected) {
        try (Drill t = Drill.established()) {
            t.in("R " + number + ":" + number);
            switch (expected) {
                case "dies" -> t.out().told("failed RESET").state(CLOSED).count("estabResets", 1);
                case "challenge" -> t.out("ack 1").told().state(ESTABLISHED).count("challengeAcks", 1);
                default -> t.out().told().state(ESTABLISHED);
            }
        }
    }

    /** A reset may carry text that says why (SHLD-2), and an acknowledgment of anything. */
    @Test
    void resetWithText() {
        try (Drill t = Drill.established()) {
            t.in("R. 1:101 ack 1").out().told("failed RESET");
        }
    }

    /** Row 17: in every state; what was acknowledged before stays true. */
    @Test
    void resetInEveryState() {
        try (Drill t = Drill.established()) {
            t.finish().out("F. 1:1").in("R 1:1").told("failed RESET");
        }
        try (Drill t = Drill.established()) {
            t.finish().out("F. 1:1").in("ack 2").in("R 1:1").told("failed RESET");
        }
        try (Drill t = Drill.established()) {
            t.in("F. 1:1").out("ack 2").hush().in("R 2:2").told("failed RESET");
        }
        try (Drill t = Drill.established()) {
            t.finish().out("F. 1:1").in("F. 1:1 ack 1").out("ack 2").hush().in("R 2:2").told("closed").state(CLOSED);
        }
        try (Drill t = Drill.established()) {
            t.in("F. 1:1").out("ack 2").hush().finish().out("F. 1:1").in("R 2:2").told("closed").state(CLOSED);
        }
        try (Drill t = Drill.established()) {
            t.in("F. 1:1").out("ack 2").hush().write(10).finish().next("1:11").next("F. 11:11");
            t.in("R 2:2").told("failed RESET");                         // our data was not acknowledged
        }
        try (Drill t = Drill.established()) {
            t.finish().out("F. 1:1").in("F. 1:1 ack 2").out("ack 2").hush().in("R 2:2").out().told().state(CLOSED);
        }
    }

    /** RFC 5961 §4.2: a SYN, whatever its number, is challenged; the rebooted peer then sends a RST (B65). */
    @ParameterizedTest
    @ValueSource(strings = {"S 1:1", "S 0:0", "S 500:500", "S 99999999:99999999", "S. 1:1", "SF 1:1", "SFPU. 1:1"})
    void synIsChallenged(String syn) {
        try (Drill t = Drill.established()) {
            t.in(syn).out("ack 1").told().state(ESTABLISHED).in("R 1:1").told("failed RESET");
        }
    }

    /** SYN with RST is a RST. */
    @Test
    void synWithReset() {
        try (Drill t = Drill.established()) {
            t.in("SR 2:2").out("ack 1").in("SR 1:1").told("failed RESET");
        }
    }

    /**
     * RFC 5961 §5.2: an ACK of what was never sent, or older than the largest window, is challenged and changes
     * nothing.
     */
    @Test
    void impossibleAcknowledgments() {
        try (Drill t = Drill.established("mss=1000", "win=2000")) {
            t.write(1000).out("1:1001").in("1:101 ack 1002").out("ack 1").told();
            t.in("1:101 ack -2000").out("ack 1").told();
            t.in("1:101 ack -1999").told("received").read(100).after(ms(40)).out("ack 101");
            t.in("ack 1001").told("acknowledged");
        }
    }

    /** A segment without ACK is dropped in silence (§3.10.7.4, fifth step). */
    @ParameterizedTest
    @ValueSource(strings = {"- 1:101", "P 1:101", "F 1:1", "FPU 1:101"})
    void withoutAck(String segment) {
        try (Drill t = Drill.established()) {
            t.in(segment).after(seconds(1)).out().told().state(ESTABLISHED);
        }
    }

    /** RFC 5961 §7: ten challenges a second, no more. */
    @Test
    void challengesAreLimited() {
        try (Drill t = Drill.established()) {
            for (int i = 0; i < 100; i++) {
                t.in("R 5:5");
            }
            for (int i = 0; i < 10; i++) {
                t.next("ack 1");
            }
            t.out().after(seconds(1)).in("R 5:5").out("ack 1");
        }
    }

    /** B65: to a port where nobody listens; RFC 9293 §3.10.7.1 gives the numbers. */
    @Test
    void nobodyListens() {
        try (Drill t = Drill.listening()) {
            t.listener.close();
            t.in("S 0:0").out("R. ack 1").in(". 7:107 ack 55").out("R 55:55").in("F 7:107").out("R. ack 108");
            t.in("R 0:0", "R. 0:0 ack 9").out().count("noPort", 5);
        }
    }

    /** MUST-57, MUST-63, row 4: from or to an address that no host has, nothing is answered. */
    @ParameterizedTest
    @CsvSource({"255.255.255.255, 10.0.0.1", "224.0.0.5, 10.0.0.1", "0.0.0.0, 10.0.0.1", "10.0.0.2, 224.0.0.1",
        "10.0.0.2, 255.255.255.255"})
    void addressesThatNoHostHas(String source, String destination) {
        try (Drill t = Drill.listening()) {
            IpAddress from = IpAddress.parse(source);
            IpAddress to = IpAddress.parse(destination);
            byte[] syn = t.bytes("S 0:0");
            new TcpHeader(syn, 0).seal(from.v4(), to.v4(), syn.length);
            t.inRaw(syn, from, to).out().count("badAddress", 1);
        }
    }
}
