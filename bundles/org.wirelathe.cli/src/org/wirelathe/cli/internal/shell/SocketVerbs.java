package org.wirelathe.cli.internal.shell;

import java.util.List;
import org.wirelathe.api.socket.SocketRow;
import org.wirelathe.api.transport.ConnectionState;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.cli.internal.Table;
import org.wirelathe.cli.internal.UsageException;

/** {@code netstat} and {@code ss}: sockets, as the two tools print them. */
final class SocketVerbs {
    private final ShellLab lab;

    SocketVerbs(ShellLab lab) {
        this.lab = lab;
    }

    List<Verb> all() {
        Verb.Completion nodes = before -> before.isEmpty() ? lab.nodes() : List.of();
        return List.of(
                new Verb("netstat", "NODE", "lists a node's sockets", this::netstat, nodes),
                new Verb("ss", "NODE", "lists a node's sockets, as ss does", this::ss, nodes));
    }

    private List<SocketRow> rows(Words words) throws UsageException {
        String node = lab.node(words.next("NODE"));
        words.end();
        return lab.ask(node, access -> List.copyOf(access.sockets().table()));
    }

    private void netstat(Words words, Verb.Io io) throws UsageException {
        Table table = new Table();
        List<SocketRow> rows = rows(words);
        table.row("Proto", "Recv-Q", "Send-Q", "Local Address", "Foreign Address", "State");
        rows.forEach(row -> table.row(row.protocol() + (isV6(row.local()) ? "6" : ""), Integer.toString(row.recvQ()),
                Integer.toString(row.sendQ()), row.local().toString(), row.remote().toString(), longly(row)));
        table.print(io.out(), "");
    }

    private static boolean isV6(Endpoint end) {
        return !end.address().isV4() && !end.address().isAny();
    }

    private void ss(Words words, Verb.Io io) throws UsageException {
        Table table = new Table();
        List<SocketRow> rows = rows(words);
        table.row("Netid", "State", "Recv-Q", "Send-Q", "Local Address:Port", "Peer Address:Port");
        rows.forEach(row -> table.row(row.protocol(), shortly(row), Integer.toString(row.recvQ()),
                Integer.toString(row.sendQ()), row.local().toString(), row.remote().toString()));
        table.print(io.out(), "");
    }

    private static boolean isUnconnected(SocketRow row) {
        return row.protocol().equals("udp") && row.state() == ConnectionState.CLOSED;
    }

    /** A state by the name that netstat has for it. */
    private static String longly(SocketRow row) {
        return isUnconnected(row) ? "" : row.state().name().replace("SYN_RECEIVED", "SYN_RECV")
                .replace("FIN_WAIT_", "FIN_WAIT");
    }

    /** A state by the name that ss has for it. */
    private static String shortly(SocketRow row) {
        return isUnconnected(row) ? "UNCONN" : switch (row.state()) {
            case ESTABLISHED -> "ESTAB";
            case SYN_RECEIVED -> "SYN-RECV";
            default -> row.state().name().replace('_', '-');
        };
    }
}
