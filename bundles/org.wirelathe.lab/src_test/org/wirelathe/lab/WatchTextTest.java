package org.wirelathe.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.probe.Stage;

class WatchTextTest {
    /** Every kind, with and without each part that can be left out. */
    private static List<Watch> all() {
        List<Watch> all = new ArrayList<>(List.of(
                new Watch.CounterReaches("bob", "eth0", "rxNoBuffer", 1),
                new Watch.CounterReaches("queue", "tcp", "retransSegs", 999_999_999_999L),
                new Watch.GaugePasses("alice", "", "cwnd", true, 20_000),
                new Watch.GaugePasses("alice", "", "srtt", false, 0),
                new Watch.GaugePasses("alice", "10.0.1.1:49152>10.0.2.1:5001", "inFlight", false, 3),
                new Watch.GaugePasses("alice", "10.0.1.1:49152>10.0.2.1:5001", "inFlight", true, 3),
                new Watch.Journalled("swap"),
                new Watch.At(2_500_000_000L),
                new Watch.At(1)));
        for (Stage stage : Stage.values()) {
            for (String node : List.of("", "r1")) {
                for (String place : List.of("", "eth1", "ip:inNoRoutes")) {
                    for (String filter : List.of("", "tcp and less 60", "host 10.0.1.1 or arp")) {
                        all.add(new Watch.AtStage(stage, node, place, Optional.of(filter).filter(f -> !f.isEmpty())));
                    }
                }
            }
        }
        return all;
    }

    @Test
    void readsWhatIsPrinted() {
        all().forEach(watch -> assertEquals(watch, Watch.parse(watch.toString())));
        assertEquals(9 + 16 * 2 * 3 * 3, all().stream().map(Watch::toString).distinct().count());
    }

    @Test
    void readsWhatPeopleWrite() {
        assertEquals(new Watch.CounterReaches("bob", "eth0", "rxNoBuffer", 1), Watch.parse(" bob  eth0 rxNoBuffer>=1 "));
        assertEquals(new Watch.GaugePasses("alice", "", "cwnd", true, 65_536), Watch.parse("alice cwnd<64 KiB"));
        assertEquals(new Watch.GaugePasses("alice", "", "srtt", false, 30_000_000), Watch.parse("alice srtt >= 30ms"));
        assertEquals(new Watch.GaugePasses("a", "1.1.1.1:1>2.2.2.2:2", "cwnd", true, 7),
                Watch.parse("a 1.1.1.1:1>2.2.2.2:2 cwnd<7"));
        assertEquals(new Watch.At(2_500_000_000L), Watch.parse("at 2.5s"));
        assertEquals(new Watch.Journalled("link"), Watch.parse("journal:link"));
        assertEquals(new Watch.AtStage(Stage.DMA_IN, "bob", "eth0", Optional.empty()), Watch.parse("DMA in at bob eth0"));
        assertEquals(new Watch.AtStage(Stage.SOCKET_QUEUE, "", "", Optional.empty()), Watch.parse("socket queue"));
        assertEquals(new Watch.AtStage(Stage.QUEUE, "", "eth1", Optional.of("udp port 53")),
                Watch.parse("Queue eth1 of udp port 53"));
    }

    @Test
    void eachMistakeIsASentence() {
        refuses("", "nothing says what to wait for; write it like 'bob eth0 rxNoBuffer >= 1', 'alice cwnd < 20000',"
                + " 'drop at bob', 'journal: swap' or 'at 2.5 s'");
        refuses("soon", "'soon' is nothing to wait for; write it like 'bob eth0 rxNoBuffer >= 1',"
                + " 'alice cwnd < 20000', 'drop at bob', 'journal: swap' or 'at 2.5 s'");
        refuses("qeue at r1", "'qeue at r1' is nothing to wait for; did you mean the stage queue?");
        refuses("journal:", "'journal:' names no kind of entry; write one word, like 'journal: swap',"
                + " 'journal: link' or 'journal: loop'");
        refuses("journal: two words", "'journal: two words' names no kind of entry; write one word, like"
                + " 'journal: swap', 'journal: link' or 'journal: loop'");
        refuses("at 2.5", "'2.5' has no unit: write a time like `10 ms`");
        refuses("at 0 s", "'at 0 s': there the run begins; write a later time");
        refuses("cwnd < 3", "'cwnd' names neither a counter, as in 'bob eth0 rxNoBuffer', nor a gauge of a connection,"
                + " as in 'alice cwnd'");
        refuses("alice cwnd > 3", "'>' behind cwnd is not understood; write >= for reaching a value, < for falling"
                + " below it");
        refuses("alice cwnd>3", "'>' behind cwnd is not understood; write >= for reaching a value, < for falling"
                + " below it");
        refuses("alice cwnd == 3", "'==' behind cwnd is not understood; write >= for reaching a value, < for falling"
                + " below it");
        refuses("alice cwnd < -3", "'-3' behind cwnd is no whole number from 0 on; write one, with a unit if it helps:"
                + " 20000, 64 KiB, 30 ms");
        refuses("alice cwnd <", "'' behind cwnd is no whole number from 0 on; write one, with a unit if it helps:"
                + " 20000, 64 KiB, 30 ms");
        refuses("alice cwnd < 3 km", "'km' is no unit of a size: did you mean kB? use B, kB, KiB, MB, MiB, GB, GiB, TB,"
                + " TiB");
        refuses("alice bob:1>carol:2 cwnd < 3", "'bob:1>carol:2' is no connection; write its ends by number, like"
                + " 10.0.1.1:49152>10.0.2.1:5001, or leave it out for the first one of alice");
        refuses("bob eth0 rxNoBuffer < 1", "the counter rxNoBuffer only grows; write >= for reaching a value");
        refuses("bob eth0 rxNoBuffer >= 0", "the counter rxNoBuffer begins at 0; write a value of 1 or more");
        refuses("queue at", "'at' is followed by nothing; name a node behind it, or leave it out");
        refuses("queue at r1 of", "'of' is followed by nothing; write a filter behind it, like 'queue at r1 of udp', or"
                + " leave it out");
        refuses("drop at r1 ring full", "'ring full' is more than a place; write one word, as in 'queue at r1 eth1',"
                + " 'drop at r1 rxNoBuffer', and 'at' before a node");
    }

    private static void refuses(String text, String sentence) {
        assertEquals(sentence,
                assertThrows(IllegalArgumentException.class, () -> Watch.parse(text), text).getMessage());
    }
}
