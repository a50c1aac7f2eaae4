package org.wirelathe.ethernet;

import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;

/**
 * The ports that are shut because they close a loop. Each is looked at now and then: three frames are sent out of it,
 * and when none comes back the loop is gone and the port opens again. While no port is shut no timer runs.
 */
final class ShutPorts {
    /** Frames sent before a port is opened: one may be lost. */
    private static final int CHECKS = 3;
    /** Between them, ns. */
    private static final long BETWEEN_CHECKS = 300_000_000L;
    /** How long the last may be under way, ns. */
    private static final long LAST_CHECK = 1_000_000_000L;
    /** By then what went round has gone, and what it taught can be forgotten, ns. */
    private static final long SETTLED = 100_000_000L;

    private final NodeContext node;
    private final Scheduler scheduler;
    private final BridgePort[] ports;
    private final MacTable table;
    private final long recovery;
    private final Sender sender;
    private final Timer check;
    private final Timer settled;
    private int vlan;

    /** Sends a {@link LoopFrame} out of a port, shut or not. */
    interface Sender {
        void send(BridgePort out, int vlan, int kind);
    }

    ShutPorts(NodeContext node, BridgePort[] ports, MacTable table, long recovery, Sender sender) {
        this.node = node;
        this.ports = ports;
        this.table = table;
        this.recovery = recovery;
        this.sender = sender;
        scheduler = node.scheduler();
        check = scheduler.timer(this::check);
        settled = scheduler.timer(this::settle);
    }

    /** @param why a sentence that says where the loop is */
    void close(BridgePort port, int vlan, String why) {
        port.shut = why;
        port.loopVlan = vlan;
        node.journal().event("loop", place(port), why + "; " + place(port) + " is shut");
        wayChanged(vlan);
        stillLooped(port);
    }

    /** A port's loop is there: it is looked at again later. */
    void stillLooped(BridgePort port) {
        port.checks = 0;
        port.checkAt = scheduler.now() + recovery;
        arm();
    }

    /** What is known of stations is wrong, here and further away; it is forgotten when the storm has ended. */
    private void wayChanged(int vlan) {
        this.vlan = vlan;
        settled.armAt(scheduler.now() + SETTLED);
    }

    private void settle() {
        table.clear();
        for (BridgePort port : ports) {
            if (port.isOpen() && port.carries(vlan)) {
                sender.send(port, vlan, LoopFrame.FLUSH);
            }
        }
    }

    private void arm() {
        long next = Long.MAX_VALUE;
        for (BridgePort port : ports) {
            if (port.shut != null) {
                next = Math.min(next, port.checkAt);
            }
        }
        if (next == Long.MAX_VALUE) {
            check.cancel();
        } else {
            check.armAt(next);
        }
    }

    private void check() {
        long now = scheduler.now();
        for (BridgePort port : ports) {
            if (port.shut == null || port.checkAt > now) {
                continue;
            }
            if (port.checks == CHECKS) {
                open(port);
                break;
            }
            port.checks++;
            port.checkAt = now + (port.checks == CHECKS ? LAST_CHECK : BETWEEN_CHECKS);
            sender.send(port, port.loopVlan, LoopFrame.CHECK);
        }
        arm();
    }

    /** Opens one port; the others are tried anew, for this one may close their loops again. */
    private void open(BridgePort opened) {
        opened.shut = null;
        node.journal().event("loop", place(opened), "the loop is gone; " + place(opened) + " is open again");
        wayChanged(opened.loopVlan);
        for (BridgePort port : ports) {
            if (port.shut != null) {
                port.checks = 0;
                port.checkAt = scheduler.now() + BETWEEN_CHECKS;
            }
        }
    }

    private String place(BridgePort port) {
        return node.name() + ':' + port.name;
    }

    void stop() {
        check.cancel();
        settled.cancel();
    }
}
