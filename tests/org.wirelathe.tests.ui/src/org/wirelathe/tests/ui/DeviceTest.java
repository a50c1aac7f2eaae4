package org.wirelathe.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.nic.NicState;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.edit.EditTarget;
import org.wirelathe.ui.Services;
import org.wirelathe.ui.view.DeviceView;

/** Looks at an interface while the lab runs, and refits its card. */
class DeviceTest extends LabBench {
    private static final PortRef FAR = new PortRef("r1", "eth1");

    private void openDevice() throws Exception {
        open(ROW.replace("2 MB", "2 GB").replace("20 s", "600 s"));
        page.showView(DeviceView.ID);
        driver.until("the lab service is there", () -> Services.labs().isPresent());
        driver.until("the view is shown", () -> driver.shows("device"));
    }

    private Combo port() {
        return driver.find(Combo.class, "device.port");
    }

    private void run() {
        editor.runs().setSpeed(1);
        editor.runs().start();
        driver.until("a transfer goes on", () -> editor.runs().latest()
                .map(s -> s.flows().stream().anyMatch(f -> f.report().bytesAcked() > 0)).orElse(false));
    }

    private NicState nic(PortRef port) {
        return editor.runs().latest().orElseThrow().interfaces().stream().filter(row -> row.port().equals(port))
                .findFirst().orElseThrow().state().orElseThrow();
    }

    private String value(String counter) {
        return Arrays.stream(driver.find(Table.class, "device.counters").getItems())
                .filter(item -> item.getText(0).equals(counter)).map((TableItem item) -> item.getText(1))
                .findFirst().orElse("");
    }

    @Test
    void itFollowsWhatIsSelectedAndSelectsWhatIsChosen() throws Exception {
        openDevice();
        assertEquals("alice:eth0", port().getText(), "the first one, as long as nothing is selected");
        driver.click(canvas, at(EditTarget.link(lab().links().getLast())));
        assertEquals("r1:eth1", port().getText());
        driver.click(canvas, at("bob"));
        assertEquals("bob:eth0", port().getText());
        driver.choose(port(), "r1:eth0");
        assertEquals(EditTarget.node("r1"), editor.session().selection().getFirst());
        assertEquals("r1:eth0", port().getText(), "of the two that the router has, the chosen one stays");
    }

    // B2, B3, B5: what the rings do is to be seen
    @Test
    void ringsAndCountersAreLive() throws Exception {
        openDevice();
        assertFalse(driver.find(Combo.class, "device.tx").isEnabled(), "nothing runs");
        driver.click(canvas, at("bob"));
        run();
        driver.until("frames are counted", () -> !value("rxPackets").isEmpty());
        String before = value("rxPackets");
        driver.until("the table moves", () -> !value("rxPackets").equals(before));
        assertTrue(driver.find(Combo.class, "device.tx").isEnabled());
        assertEquals("256", driver.find(Combo.class, "device.rx").getText());
        assertTrue(nic(new PortRef("bob", "eth0")).rx().posted() > 0);
    }

    // B11: ring sizes and coalescing are tunable while running
    @Test
    void aCardIsRefittedWhileItRuns() throws Exception {
        openDevice();
        driver.click(canvas, at(EditTarget.link(lab().links().getLast())));
        run();
        driver.until("the card is shown", () -> driver.find(Combo.class, "device.tx").isEnabled());
        driver.choose(driver.find(Combo.class, "device.tx"), "8");
        driver.until(() -> "the ring is small: " + nic(FAR), () -> nic(FAR).spec().txRing() == 8);
        driver.choose(driver.find(Combo.class, "device.frames"), "16");
        driver.until(() -> "interrupts are collected: " + nic(FAR), () -> nic(FAR).spec().coalescing().frames() == 16);
        assertTrue(nic(FAR).spec().coalescing().time() > 0, "or the last frames would wait for ever");
        driver.until("it is on record", () -> editor.runs().run().orElseThrow().journal(0).stream()
                .filter(entry -> entry.kind().equals("refit") && entry.subject().equals("r1:eth1")).count() == 2);
        driver.until("the view shows what is", () -> driver.find(Combo.class, "device.tx").getText().equals("8")
                && driver.find(Combo.class, "device.frames").getText().equals("16"));
    }

    @Test
    void eachPartSaysWhatItIs() throws Exception {
        openDevice();
        driver.click(canvas, at("alice"));
        run();
        Canvas picture = driver.find(Canvas.class, "device");
        driver.until("a part under the pointer explains itself", () -> {
            driver.move(picture, new Point(picture.getSize().x / 4, picture.getSize().y / 3), 0);
            String tip = picture.getToolTipText();
            return tip != null && tip.startsWith("TX ring");
        });
        driver.move(picture, new Point(0, 0), 0);
        assertEquals(null, picture.getToolTipText());
        driver.key(picture, SWT.ARROW_RIGHT); // the keyboard reaches it too
    }

    @Test
    void afterTheEndItShowsTheEndAndSaysSo() throws Exception {
        openDevice();
        driver.click(canvas, at("alice"));
        run();
        Label remark = driver.find(Label.class, "device.remark");
        assertEquals("", remark.getText());
        editor.runs().stop();
        driver.until(() -> "it is over: " + remark.getText(), () -> remark.getText().startsWith("As it was at the end, "));
        editor.runs().start();
        driver.until("another run", () -> remark.getText().isEmpty());
    }

    @Test
    void queueAndDriverAreThoseOfTheMoment() throws Exception {
        open(ROW.replace("2 MB", "2 GB").replace("20 s", "600 s").replace("run: {", """
                events:
                  - { at: 1 s, interface: r1:eth1, queue: { type: fq_codel } }
                run: {"""));
        page.showView(DeviceView.ID);
        driver.until("the lab service is there", () -> Services.labs().isPresent());
        driver.click(canvas, at(EditTarget.link(lab().links().getLast())));
        run();
        Canvas picture = driver.find(Canvas.class, "device");
        driver.until("the queue is another one", () -> {
            driver.move(picture, new Point(picture.getSize().x / 20, picture.getSize().y / 3), 0);
            String tip = picture.getToolTipText();
            return tip != null && tip.startsWith("Queue fq_codel");
        });
    }
}
