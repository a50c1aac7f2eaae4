package org.wirelathe.ip.ndp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirelathe.wire.IpAddress;

/** RFC 4861 §7.2.5, the whole of it: what an advertisement does to an entry in each state. */
class NeighbourAdvertisementTest {
    private static final String SELF = "fe80::1";
    private static final String BOB = "fe80::b0b";
    private final Node alice = Node.host(false, SELF + "/64");

    /** The address given is none, the one that is known (same) or another; known is bb, another is cc. */
    @ParameterizedTest(name = "{0}: {1} with {2} address gives {3}")
    @CsvSource({
        // The packet that waits goes out, and who was sent to while stale is in DELAY.
        "INCOMPLETE, -,  none,  INCOMPLETE",
        "INCOMPLETE, S,  none,  INCOMPLETE",
        "INCOMPLETE, SO, none,  INCOMPLETE",
        "INCOMPLETE, -,  other, DELAY :cc",
        "INCOMPLETE, O,  other, DELAY :cc",
        "INCOMPLETE, S,  other, REACHABLE :cc",
        "INCOMPLETE, SO, other, REACHABLE :cc",
        "REACHABLE,  -,  none,  REACHABLE :bb",
        "REACHABLE,  S,  none,  REACHABLE :bb",
        "REACHABLE,  O,  same,  REACHABLE :bb",
        "REACHABLE,  SO, same,  REACHABLE :bb",
        "REACHABLE,  -,  other, STALE :bb",
        "REACHABLE,  S,  other, STALE :bb",
        "REACHABLE,  O,  other, STALE :cc",
        "REACHABLE,  SO, other, REACHABLE :cc",
        "STALE,      -,  none,  STALE :bb",
        "STALE,      O,  same,  STALE :bb",
        "STALE,      S,  none,  REACHABLE :bb",
        "STALE,      S,  same,  REACHABLE :bb",
        "STALE,      -,  other, STALE :bb",
        "STALE,      S,  other, STALE :bb",
        "STALE,      O,  other, STALE :cc",
        "STALE,      SO, other, REACHABLE :cc",
        "DELAY,      -,  none,  DELAY :bb",
        "DELAY,      O,  same,  DELAY :bb",
        "DELAY,      S,  none,  REACHABLE :bb",
        "DELAY,      S,  other, DELAY :bb",
        "DELAY,      O,  other, STALE :cc",
        "DELAY,      SO, other, REACHABLE :cc",
        "PROBE,      -,  none,  PROBE :bb",
        "PROBE,      O,  same,  PROBE :bb",
        "PROBE,      S,  none,  REACHABLE :bb",
        "PROBE,      SO, same,  REACHABLE :bb",
        "PROBE,      -,  other, PROBE :bb",
        "PROBE,      S,  other, PROBE :bb",
        "PROBE,      O,  other, STALE :cc",
        "PROBE,      SO, other, REACHABLE :cc"})
    void rfc4861_7_2_5(String before, String flags, String address, String after) {
        bring(before);
        assertEquals(before, alice.state(BOB).split(" ")[0]);
        Say advertisement = new Say(BOB, SELF).na(BOB, flags);
        switch (address) {
            case "same" -> advertisement.at(0xBB);
            case "other" -> advertisement.at(0xCC);
            default -> { }
        }
        alice.hear(advertisement);
        assertEquals(after, alice.state(BOB));
        assertEquals(1, alice.counters.value("icmp6.inNeighborAdvertisements"));
    }

    private void bring(String state) {
        switch (state) {
            case "INCOMPLETE" -> alice.data(SELF, BOB);
            case "REACHABLE" -> {
                bring("STALE");
                IpAddress bob = IpAddress.parse(BOB);
                alice.discovery.confirmed(alice.eth0, bob.high(), bob.low());
            }
            // An advertisement of a router tells who it is, not that it hears (§6.3.4).
            case "STALE" -> alice.hear(new Say(BOB, "ff02::1").ra(0).from(0xBB));
            case "DELAY" -> {
                bring("STALE");
                alice.data(SELF, BOB);
            }
            default -> {
                bring("DELAY");
                alice.until(5_000);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"'', 1", "S, 1", "SO, 1"})
    void rfc4861_7_2_5_whoIsNotKnownIsNotNoted(String flags, int dropped) {
        alice.hear(new Say(BOB, flags.contains("S") ? SELF : "ff02::1").na(BOB, flags).at(0xBB));
        assertEquals("none", alice.state(BOB));
        assertEquals(dropped, alice.counters.value("icmp6.inNdUnasked"));
    }
}
