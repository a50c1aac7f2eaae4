package org.wirelathe.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.model.edit.EditTarget;
import org.wirelathe.ui.Services;
import org.wirelathe.ui.view.NetworkView;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

/** Looks at the network layer of a node while the lab runs. */
class NetworkTest extends LabBench {
    private static final String ADDRESSES = "network.addresses";
    private static final String ROUTES = "network.routes";
    private static final String NEIGHBOURS = "network.neighbours";

    private void openNetwork() throws Exception {
        open(ROW.replace("2 MB", "2 GB").replace("20 s", "600 s"));
        page.showView(NetworkView.ID);
        driver.until("the lab service is there", () -> Services.labs().isPresent());
        driver.until("the view is shown", () -> driver.shows("network.node"));
    }

    private void run() {
        editor.runs().setSpeed(1);
        editor.runs().start();
        driver.until("a transfer goes on", () -> editor.runs().latest()
                .map(s -> s.flows().stream().anyMatch(f -> f.report().bytesAcked() > 0)).orElse(false));
    }

    /** The view stays from test to test. */
    private Table turnTo(String id) {
        driver.until("the first tables have come", () -> driver.shows("network.pages"));
        CTabFolder pages = driver.find(CTabFolder.class, "network.pages");
        int number = List.of(ADDRESSES, ROUTES, NEIGHBOURS).indexOf(id);
        pages.setSelection(number);
        pages.notifyListeners(SWT.Selection, new Event());
        return driver.find(Table.class, id);
    }

    private static List<String> cells(Table table, int column) {
        return Arrays.stream(table.getItems()).map(item -> item.getText(column)).toList();
    }

    private Combo node() {
        return driver.find(Combo.class, "network.node");
    }

    @Test
    void beforeARunItSaysWhatToDo() throws Exception {
        openNetwork();
        Label hint = driver.find(Label.class, "network.hint");
        assertTrue(hint.getText().contains("Run the lab"), hint.getText());
        assertFalse(driver.find(Button.class, "network.copy").isEnabled());
    }

    @Test
    void itFollowsWhatIsSelectedAndSelectsWhatIsChosen() throws Exception {
        openNetwork();
        assertEquals("alice", node().getText(), "the first one, as long as nothing is selected");
        driver.click(canvas, at("bob"));
        assertEquals("bob", node().getText());
        driver.choose(node(), "r1");
        assertEquals(EditTarget.node("r1"), editor.session().selection().getFirst());
        driver.click(canvas, at(EditTarget.link(lab().links().getLast())));
        assertEquals("r1", node().getText(), "of a cable's two nodes the one that is shown stays");
    }

    @Test
    void theTablesOfANodeAreShownWhileItRuns() throws Exception {
        openNetwork();
        driver.click(canvas, at("alice"));
        run();
        Table routes = turnTo(ROUTES);
        driver.until(() -> "the default route is there: " + cells(routes, 0), () -> cells(routes, 0).contains("default"));
        int row = cells(routes, 0).indexOf("default");
        assertEquals("10.0.1.254", routes.getItem(row).getText(1));
        assertEquals("static", routes.getItem(row).getText(5));
        Table addresses = turnTo(ADDRESSES);
        driver.until("the address is there", () -> cells(addresses, 1).contains("10.0.1.1/24"));
        assertEquals("preferred", addresses.getItem(cells(addresses, 1).indexOf("10.0.1.1/24")).getText(2));
        // B17: whom ARP has found is to be seen
        Table neighbours = turnTo(NEIGHBOURS);
        driver.until("the router is known", () -> cells(neighbours, 0).contains("10.0.1.254"));
        assertEquals("ARP", neighbours.getItem(0).getText(3));
        assertEquals("reachable", neighbours.getItem(0).getText(4));
        driver.click(canvas, at("bob"));
        driver.until("another node", () -> cells(neighbours, 0).contains("10.0.2.254"));
    }

    /** A route that comes while somebody looks. */
    private void blackhole() {
        RouteEntry route = new RouteEntry(IpPrefix.parse("10.66.0.0/16"), RouteEntry.Kind.BLACKHOLE, List.of(), 9,
                Optional.empty(), Optional.empty(), RouteEntry.Origin.STATIC);
        editor.runs().run().orElseThrow().onNode("alice", access -> {
            access.network().addRoute(route);
            return true;
        });
    }

    @Test
    void aChangeIsMarkedForAWhile() throws Exception {
        openNetwork();
        driver.click(canvas, at("alice"));
        run();
        Table routes = turnTo(ROUTES);
        driver.until("the routes are there", () -> cells(routes, 0).contains("default"));
        assertEquals(List.of(""), cells(routes, 6).stream().distinct().toList(), "the first look marks nothing");
        blackhole();
        driver.until("the route is marked", () -> cells(routes, 6).contains("new"));
        assertEquals("10.66.0.0/16", routes.getItem(cells(routes, 6).indexOf("new")).getText(0));
        editor.runs().pause();
        driver.until("the mark goes, also while the run stands still", () -> !cells(routes, 6).contains("new"));
        assertTrue(cells(routes, 0).contains("10.66.0.0/16"));
        Table addresses = turnTo(ADDRESSES);
        driver.until("the other page is shown", () -> cells(addresses, 1).contains("10.0.1.1/24"));
        editor.runs().run().orElseThrow().onNode("alice", access -> {
            access.network().addAddress("eth0",
                    new InterfaceAddress(IpAddress.parse("10.0.7.1"), 24));
            return true;
        });
        editor.runs().start();
        CTabFolder pages = driver.find(CTabFolder.class, "network.pages");
        driver.until("the tab tells of a new route", () -> pages.getItem(1).getText().endsWith("\u2022"));
        turnTo(ROUTES);
        driver.until("it is marked when one looks", () -> cells(routes, 6).contains("new"));
        assertEquals("10.0.7.0/24", routes.getItem(cells(routes, 6).indexOf("new")).getText(0));
    }

    @Test
    void aColumnSortsAndALineExplainsItself() throws Exception {
        openNetwork();
        driver.click(canvas, at("alice"));
        run();
        blackhole();
        Table routes = turnTo(ROUTES);
        driver.until("the routes are there", () -> cells(routes, 0).contains("10.66.0.0/16"));
        List<String> plain = cells(routes, 0);
        routes.getColumn(3).notifyListeners(SWT.Selection, new Event());
        routes.getColumn(3).notifyListeners(SWT.Selection, new Event());
        assertEquals("10.66.0.0/16", routes.getItem(0).getText(0), "the largest metric comes first");
        routes.setSelection(0);
        routes.notifyListeners(SWT.Selection, new Event());
        driver.until("the line is explained", () -> driver.find(Label.class, "network.about").getText()
                .startsWith("Packets to 10.66.0.0/16 are dropped without a word."));
        routes.getColumn(3).notifyListeners(SWT.Selection, new Event());
        assertEquals(plain, cells(routes, 0), "the third click gives the order of the node back");
        assertNull(routes.getSortColumn());
        assertEquals("10.66.0.0/16", routes.getSelection()[0].getText(0), "the line that is selected stays selected");
        driver.push(driver.find(Button.class, "network.copy"));
        assertEquals("blackhole 10.66.0.0/16 proto static metric 9\n", clipboard());
        routes.deselectAll();
        driver.push(driver.find(Button.class, "network.copy"));
        assertTrue(clipboard().contains("default via 10.0.1.254 dev eth0 proto static\n"), clipboard());
    }

    private String clipboard() {
        Clipboard clipboard = new Clipboard(window.getShell().getDisplay());
        try {
            return (String) clipboard.getContents(TextTransfer.getInstance());
        } finally {
            clipboard.dispose();
        }
    }

    @Test
    void afterTheEndItShowsTheEndAndSaysSo() throws Exception {
        openNetwork();
        driver.click(canvas, at("alice"));
        run();
        Table neighbours = turnTo(NEIGHBOURS);
        driver.until("the tables are there", () -> cells(neighbours, 0).contains("10.0.1.254"));
        Label remark = driver.find(Label.class, "network.remark");
        assertEquals("", remark.getText());
        editor.runs().stop();
        driver.until(() -> "it is over: " + remark.getText(), () -> remark.getText().startsWith("As it was at the end, "));
        driver.click(canvas, at("bob"));
        driver.until("a node that was not looked at before", () -> cells(neighbours, 0).contains("10.0.2.254"));
        editor.runs().start();
        driver.until("another run", () -> remark.getText().isEmpty());
    }

    @Test
    void aSwitchShowsItsStations() throws Exception {
        open("""
                lab: Switched
                nodes:
                  a: { type: host, interfaces: { eth0: 10.0.1.1/24 } }
                  s: { type: switch, ports: 2 }
                  b: { type: host, interfaces: { eth0: 10.0.1.2/24 } }
                links:
                  - { between: [a:eth0, s:p1], rate: 10 Mbit/s, delay: 1 ms }
                  - { between: [s:p2, b:eth0], rate: 10 Mbit/s, delay: 1 ms }
                apps:
                  - { on: b, run: sink, port: 5001 }
                  - { on: a, run: send, to: b:5001, bytes: 2 GB }
                run: { until: 600 s, seed: 1 }
                view: { a: [100, 100], s: [300, 100], b: [500, 100] }
                """);
        page.showView(NetworkView.ID);
        driver.until("the lab service is there", () -> Services.labs().isPresent());
        driver.click(canvas, at("s"));
        run();
        Table stations = turnTo(NEIGHBOURS);
        driver.until("both hosts are known", () -> stations.getItemCount() == 2 && cells(stations, 1).contains("p2"));
        assertEquals("Station", stations.getColumn(0).getText());
        Table routes = turnTo(ROUTES);
        driver.until("there are none", () -> routes.getItem(0).getText(0).startsWith("A switch has none"));
        driver.click(canvas, at("a"));
        turnTo(NEIGHBOURS);
        driver.until("a host has neighbours again", () -> stations.getColumn(0).getText().equals("Neighbour")
                && cells(stations, 0).contains("10.0.1.2"));
    }

    // B18: which way packets take is to be seen
    @Test
    void theWayToTheNodeUnderThePointerIsLitUp() throws Exception {
        openNetwork();
        driver.click(canvas, at("alice"));
        driver.move(canvas, at("bob"), 0);
        assertEquals(Optional.empty(), canvas.trail(), "nothing runs");
        run();
        driver.move(canvas, at("r1"), 0);
        driver.move(canvas, at("bob"), 0);
        driver.until(() -> "the way is lit up: " + canvas.trail(), () -> canvas.trail().isPresent());
        assertEquals("alice \u2192 r1 \u2192 bob", canvas.trail().orElseThrow().text());
        assertEquals(2, canvas.trail().orElseThrow().legs().size());
        editor.runs().run().orElseThrow().onNode("r1", access -> {
            access.network().addRoute(new RouteEntry(IpPrefix.parse("10.0.2.1/32"), RouteEntry.Kind.UNREACHABLE,
                    List.of(), 0, Optional.empty(), Optional.empty(), RouteEntry.Origin.STATIC));
            return true;
        });
        driver.until("the way ends where it is refused", () -> canvas.trail().map(trail -> trail.text()
                .equals("alice \u2192 r1: r1 refuses it")).orElse(false));
        driver.move(canvas, at("alice"), 0);
        driver.until("no way to itself", () -> canvas.trail().isEmpty());
        editor.session().select(List.of(EditTarget.node("alice"), EditTarget.node("r1")));
        driver.until("two that are selected need no pointer", () -> canvas.trail().isPresent());
        assertEquals("alice \u2192 r1", canvas.trail().orElseThrow().text());
        editor.runs().stop();
        driver.until("nothing moves any more", () -> canvas.trail().isEmpty());
    }
}
