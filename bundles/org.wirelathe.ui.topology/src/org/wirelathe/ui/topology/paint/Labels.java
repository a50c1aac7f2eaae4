package org.wirelathe.ui.topology.paint;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.wirelathe.model.App;
import org.wirelathe.model.Interface;
import org.wirelathe.model.Lab;
import org.wirelathe.model.Link;
import org.wirelathe.model.Node;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.Quantity;
import org.wirelathe.ui.topology.scene.CableShape;
import org.wirelathe.ui.topology.scene.NodeShape;
import org.wirelathe.ui.topology.scene.Viewport;

/** What is written on the canvas: the closer one looks, the more. */
final class Labels {
    private static final double NAMES = 0.4;
    private static final double ADDRESSES = 0.7;
    private static final double CABLES = 0.8;
    private static final double PORTS = 0.9;
    private static final double PORT_ADDRESSES = 1.5;

    private static final double NAME_TOP = 22;

    /** Points beside a cable's end that a queue's bar needs. */
    private static final double QUEUE = 8;

    /** How much of what lies below a name its background hides, of 255. */
    private static final int HALO = 200;

    private final GC gc;
    private final Viewport view;
    private final Ink ink;
    private final Font name;
    private final Font detail;
    private final double zoom;

    Labels(GC gc, Viewport view, Ink ink, Fonts fonts) {
        this.gc = gc;
        this.view = view;
        this.ink = ink;
        this.zoom = view.zoom();
        this.name = fonts.name(zoom);
        this.detail = fonts.detail(zoom);
    }

    /** Name, address and applications under a node. */
    void node(Lab lab, NodeShape shape) {
        if (zoom < NAMES) {
            return;
        }
        double x = view.toViewX(shape.x());
        double y = view.toViewY(shape.y() + NAME_TOP);
        y += line(shape.node().name(), name, ink.ink(), x, y);
        if (zoom < ADDRESSES) {
            return;
        }
        Node node = shape.node();
        if (node.type() == NodeType.HOST || node.interfaces().size() == 1 && node.type() != NodeType.SWITCH) {
            for (Interface iface : node.interfaces()) {
                y += line(addresses(iface), detail, ink.muted(), x, y);
            }
        }
        for (String app : apps(lab, node)) {
            y += line(app, detail, ink.host(), x, y);
        }
    }

    /** The first address, and how many there are besides; the tip has them all. */
    static String addresses(Interface iface) {
        int more = iface.addresses().size() - 1;
        return more < 0 ? "" : iface.addresses().getFirst() + (more == 0 ? "" : "  +" + more);
    }

    private static List<String> apps(Lab lab, Node node) {
        List<String> lines = new ArrayList<>();
        for (App app : lab.apps()) {
            if (app.on().equals(node.name())) {
                lines.add(app.text("to").map(to -> app.run() + " \u2192 " + to)
                        .or(() -> app.text("port").map(port -> app.run() + " :" + port))
                        .orElse(app.run()));
            }
        }
        return lines.size() <= 2 ? lines : List.of(lines.getFirst(), (lines.size() - 1) + " more");
    }

    /** Rate, delay and loss along a cable, and the interfaces at its ends. */
    void cable(Lab lab, CableShape shape) {
        if (zoom < CABLES || shape.length() < 30) {
            return;
        }
        double chord = Math.max(1, Math.hypot(shape.bx() - shape.ax(), shape.by() - shape.ay()));
        double ux = (shape.bx() - shape.ax()) / chord;
        double uy = (shape.by() - shape.ay()) / chord;
        gc.setFont(detail);
        // What is written about the wire is above or to the right of it, what is written about its ends below. Of a
        // curve both are outside, where no other cable between the nodes is.
        double above = ux > 0 || ux == 0 && uy > 0 ? 1 : -1;
        double side = shape.curved() ? -Math.signum(shape.bow()) : above;
        double portSide = shape.curved() ? -side : side;
        for (String text : texts(shape.link())) {
            Point size = gc.textExtent(text);
            if (Math.abs(ux) < 0.5 || shape.length() * zoom > size.x) {
                double aside = (Math.abs(ux) * size.y / 2 + Math.abs(uy) * size.x / 2) + 4;
                double middleX = view.toViewX(shape.xAt(0.5)) + uy * side * aside;
                double middleY = view.toViewY(shape.yAt(0.5)) - ux * side * aside;
                centred(text, ink.muted(), middleX, middleY);
                break;
            }
        }
        if (zoom >= PORTS) {
            port(lab, shape.link().a(), shape.ax(), shape.ay(), shape.cx(), shape.cy(), portSide);
            port(lab, shape.link().b(), shape.bx(), shape.by(), shape.cx(), shape.cy(), -portSide);
        }
    }

    /** Names the interface where a cable begins that goes towards c from there. */
    private void port(Lab lab, PortRef port, double x, double y, double cx, double cy, double side) {
        double far = Math.max(1e-9, Math.hypot(cx - x, cy - y));
        double ux = (cx - x) / far;
        double uy = (cy - y) / far;
        String text = port.iface();
        if (zoom >= PORT_ADDRESSES) {
            text += lab.node(port.node()).flatMap(n -> n.iface(port.iface()))
                    .map(i -> "\n" + addresses(i)).orElse("");
        }
        Point size = gc.textExtent(text);
        double along = 3 + Math.abs(ux) * size.x / 2 + Math.abs(uy) * size.y / 2;
        double aside = QUEUE + Math.abs(ux) * size.y / 2 + Math.abs(uy) * size.x / 2;
        centred(
                text,
                ink.muted(),
                view.toViewX(x) + ux * along - uy * side * aside,
                view.toViewY(y) + uy * along + ux * side * aside);
    }

    /** What may be written along a cable; the first that fits is. */
    private static List<String> texts(Link link) {
        String rate = Quantity.RATE.format(link.rate());
        String both = rate + " \u00b7 " + Quantity.TIME.format(link.delay());
        String loss = link.loss() == 0 ? "" : Quantity.SHARE.format(link.loss()) + " loss";
        return loss.isEmpty() ? List.of(both, rate) : List.of(both + " \u00b7 " + loss, loss + "\n" + both, rate);
    }

    private double line(String text, Font font, Color colour, double x, double y) {
        gc.setFont(font);
        gc.setForeground(colour);
        Point size = gc.textExtent(text);
        int left = (int) Math.round(x - size.x / 2.0);
        int top = (int) Math.round(y);
        // Cables that pass below the text are dimmed there.
        gc.setAlpha(HALO);
        gc.setBackground(ink.paper());
        gc.fillRectangle(left - 2, top, size.x + 4, size.y);
        gc.setAlpha(255);
        gc.drawText(text, left, top, SWT.DRAW_TRANSPARENT);
        return size.y;
    }

    private void centred(String text, Color colour, double x, double y) {
        gc.setForeground(colour);
        double top = y - gc.textExtent(text).y / 2.0;
        for (String line : text.lines().toList()) {
            Point size = gc.textExtent(line);
            gc.drawText(line, (int) Math.round(x - size.x / 2.0), (int) Math.round(top), SWT.DRAW_TRANSPARENT);
            top += size.y;
        }
    }
}
