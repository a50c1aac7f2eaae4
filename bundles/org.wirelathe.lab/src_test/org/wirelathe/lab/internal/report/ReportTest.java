package org.wirelathe.lab.internal.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.wirelathe.lab.RunResult.Drop;
import org.wirelathe.lab.RunResult.InterfaceTraffic;
import org.wirelathe.lab.RunResult.Transfer;
import org.wirelathe.model.PortRef;
import org.xml.sax.InputSource;

class ReportTest {
    private static final String ENDS = "10.0.1.1:46127>10.0.2.1:5001";

    @Test
    void theLineToRepeatTheRunHasWhatWasSet() throws Exception {
        GivenRun run = new GivenRun();
        run.arguments.addAll(List.of("--until", "5 s", "--set", "links.0.loss=1%"));
        assertTrue(run.page().contains("./wirelathe run lab.yaml --seed 7 --until &#39;5 s&#39;"
                + " --set &#39;links.0.loss=1%&#39;</code>"), run.page());
    }

    @Test
    void interfacesHaveTheirBalance() throws Exception {
        GivenRun run = new GivenRun();
        run.interfaces.add(new InterfaceTraffic(new PortRef("bob", "eth0"), 100, 80, 15, 2, 7, 40));
        assertEquals(3, run.interfaces.getFirst().held());
        assertTrue(run.page().contains("bob:eth0"), run.page());
    }

    @Test
    void numbersAreThoseOfTheResult() throws Exception {
        GivenRun run = new GivenRun().flow("alice", 46127);
        run.drops.add(new Drop("r1", "eth1", "txQueueDrops", 246));
        Document page = parse(run.page());
        assertEquals(List.of("104857600", "66817345", "875", "6", "22140624", "26550000"),
                attributes(section(page, "flows"), "data", "value"));
        assertEquals(List.of("100 MiB", "66.82 Mbit/s", "875", "6", "22.14 ms", "26.55 ms"),
                texts(section(page, "flows"), "data"));
        assertEquals(List.of("246"), texts(section(page, "drops"), "data"));
        assertEquals(List.of("7", "10 s", "500 ms", "50", "40", "d19e57"), texts(page.getDocumentElement(), "dd"));
        assertTrue(texts(page.getDocumentElement(), "code").contains("./wirelathe run lab.yaml --seed 7"));
    }

    @Test
    void hostileNamesStayText() throws Exception {
        String hostile = "</script><script>alert(1)</script>\" onload='x' &amp; ]]> <!-- \0 \uD800";
        String shown = hostile.replace('\0', '\uFFFD').replace('\uD800', '\uFFFD');
        GivenRun run = new GivenRun().flow(hostile, 46127).app(hostile, false, hostile)
                .curve(hostile, ENDS, "cwnd", 1, 2, 3).curve(hostile, hostile, "backlog", 0, 4, 0)
                .event(GivenRun.SECOND, hostile, hostile);
        run.lab = hostile;
        run.transfers.add(new Transfer(hostile, hostile, 1, 1, hostile, hostile));
        run.drops.add(new Drop(hostile, hostile, hostile, 1));
        run.files.add(new ResultFile("<x>\".bin", 1));
        Document page = parse(run.page());
        assertEquals(List.of(shown), texts(page.getDocumentElement(), "h1"));
        assertEquals(1, page.getElementsByTagName("script").getLength());
        assertEquals(List.of("./%3Cx%3E%22.bin"), attributes(section(page, "files"), "a", "href"));
        NodeList all = page.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            assertFalse(((Element) all.item(i)).hasAttribute("onload"));
        }
    }

    @Test
    void nothingIsFetchedFromAnywhere() throws Exception {
        String page = new GivenRun().flow("alice", 46127).curve("alice", ENDS, "cwnd", 1, 2).page();
        Document document = parse(page);
        for (String reference : attributes(document.getDocumentElement(), "a", "href")) {
            assertFalse(reference.contains(":"), reference);
        }
        assertEquals(List.of("data:,"), attributes(document.getDocumentElement(), "link", "href"));
        assertEquals(0, document.getElementsByTagName("img").getLength());
        assertFalse(page.contains("src="), "a script or picture from elsewhere");
        assertFalse(page.contains("@import"), "a style from elsewhere");
    }

    @Test
    void aRunThatDidNothingHasAPage() throws Exception {
        Document page = parse(new GivenRun().page());
        assertEquals(0, page.getElementsByTagName("svg").getLength());
        assertTrue(section(page, "flows").getTextContent().contains("No connection was made."));
        assertTrue(section(page, "charts").getTextContent().contains("Nothing was sampled"));
    }

    @Test
    void curvesOfFlowsAndOfQueuesThatWereUsed() throws Exception {
        Document page = parse(new GivenRun().flow("alice", 46127).curve("alice", ENDS, "cwnd", 10_000, 20_000)
                .curve("alice", ENDS, "ssthresh", 15_000, 15_000).curve("alice", ENDS, "srtt", 22_000_000, 23_000_000)
                .curve("bob", "10.0.2.1:5001>10.0.1.1:46127", "cwnd", 1, 2).curve("r1", "eth1", "backlog", 0, 3)
                .curve("r1", "eth0", "backlog", 0, 0).page());
        Element charts = section(page, "charts");
        assertEquals(List.of("Congestion window", "Round-trip time", "Queue backlog"), texts(charts, "title"));
        assertEquals(4, attributes(charts, "path", "data-entry").stream().filter(entry -> !entry.isEmpty()).count());
        assertEquals(List.of("alice:46127 → bob:5001", "alice:46127 → bob:5001", "r1:eth1"),
                texts(charts, "li").stream().map(String::trim).toList());
        assertTrue(texts(charts, "desc").getFirst().contains("at most 19.53 KiB, at 1 s"),
                texts(charts, "desc").toString());
    }

    @Test // one chart for each gauge that a discipline named, whoever made the discipline
    void whatQueuesSayOfThemselvesIsDrawn() throws Exception {
        Document page = parse(new GivenRun().curve("r1", "eth1", "backlog", 0, 3).curve("r1", "eth1", "queue", 0, 2)
                .curve("r1", "eth1", "count", 0, 7).curve("r1", "eth1", "queueBytes", 0, 1514)
                .curve("r2", "eth0", "count", 0, 9).curve("r2", "eth0", "<mood>", 0, 5)
                .curve("r2", "eth0", "never", 0, 0).curve("", "r1:eth1-r2:eth0", "inFlight", 0, 4).page());
        Element charts = section(page, "charts");
        assertEquals(List.of("Queue backlog", "Queue length", "Queue: count", "Queue: <mood>"), texts(charts, "title"));
        assertEquals(List.of("r1:eth1", "r1:eth1", "r2:eth0", "r1:eth1", "r2:eth0"),
                texts(charts, "li").stream().map(String::trim).toList(), "the greatest first");
    }

    @Test
    void ofManyFlowsTheFirstAreDrawnAndTheRestIsCounted() throws Exception {
        GivenRun run = new GivenRun();
        for (int i = 0; i < 500; i++) {
            run.flow("h" + i, 46127).curve("h" + i, ENDS, "cwnd", 1, 2, 3);
        }
        Document page = parse(run.page());
        assertEquals(8, texts(section(page, "charts"), "li").size());
        assertTrue(section(page, "charts").getTextContent().contains("first 8 flows; 492 more are in series.csv"));
        assertTrue(section(page, "flows").getTextContent().contains("100 more are in result.json"));
        assertEquals("All 500 together: 48.83 GiB, 437500 retransmits, 3000 timeouts.",
                texts(section(page, "flows"), "p").getLast()); // 500 times 100 MiB, 875 and 6
    }

    @Test
    void eventsAreMarkedWhereTheyHappened() throws Exception {
        Document page = parse(new GivenRun().flow("alice", 46127).curve("alice", ENDS, "cwnd", 1, 2, 3)
                .event(5 * GivenRun.SECOND, "swap", "from reno to vegas: asked for")
                .event(5 * GivenRun.SECOND + 1, "swap", "from reno to vegas: asked for").page());
        List<String> lines = attributes(section(page, "charts"), "path", "d");
        assertTrue(lines.contains("M430,-16V150"), "half of 860 px");
        assertTrue(texts(section(page, "charts"), "text").contains("swap ×2: from reno to vegas"));
        assertEquals(2, texts(section(page, "journal"), "tr").size() - 1);
    }

    @Test
    void theVerdictNamesWhatFailedFirst() throws Exception {
        GivenRun run = new GivenRun().app("sink", true, "fine").app("send", false, "10.0.2.1:5001: connection refused");
        run.transfers.add(new Transfer("a", "b", 1, 1, "x", "y"));
        String verdict = texts(parse(run.page()).getDocumentElement(), "p").getFirst();
        assertEquals("✗ failed send on alice: 10.0.2.1:5001: connection refused (and 1 more below)", verdict);
        run.failure = Optional.of("the disk is full");
        assertEquals("✗ failed the disk is full (and 2 more below)",
                texts(parse(run.page()).getDocumentElement(), "p").getFirst());
        assertTrue(texts(parse(new GivenRun().page()).getDocumentElement(), "p").getFirst().startsWith("✓ ok "));
    }


    private static Document parse(String page) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }

    private static Element section(Document page, String id) {
        NodeList sections = page.getElementsByTagName("section");
        for (int i = 0; i < sections.getLength(); i++) {
            if (((Element) sections.item(i)).getAttribute("id").equals(id)) {
                return (Element) sections.item(i);
            }
        }
        throw new AssertionError("no section " + id);
    }

    private static List<String> texts(Element within, String tag) {
        return elements(within, tag).stream().map(Element::getTextContent).toList();
    }

    private static List<String> attributes(Element within, String tag, String name) {
        return elements(within, tag).stream().map(element -> element.getAttribute(name)).toList();
    }

    private static List<Element> elements(Element within, String tag) {
        List<Element> elements = new ArrayList<>();
        NodeList found = within.getElementsByTagName(tag);
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
