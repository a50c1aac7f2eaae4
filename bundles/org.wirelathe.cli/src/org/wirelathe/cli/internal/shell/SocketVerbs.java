package org.wirelathe.cli.internal.shell;

import java.util.ArrayList;
import java.util.List;
import org.wirelathe.api.socket.SocketRow;
import org.wirelathe.api.transport.ConnectionState;
import org.wirelathe.api.transport.DatagramPort;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.cli.internal.Table;
import org.wirelathe.cli.internal.UsageException;
import org.wirelathe.lab.NodeAccess;

/** {@code netstat} and {@code ss}: sockets, as the two tools print them. */
final class SocketVerbs {
    private final ShellLab lab;

    /** @param remote {@code null} for a datagram socket without a peer */
    private record Row(String protocol, int recvQ, int sendQ, Endpoint local, Endpoint remote, ConnectionState state) {
        private static Row of(SocketRow socket) {
            return new Row("tcp", socket.recvQ(), socket.sendQ(), socket.local(), socket.remote(), socket.state());
        }

        private static Row of(DatagramPort port) {
            return new Row("udp", 0, 0, port.local(), port.remote(), null);
        }

        private String peer() {
            return remote == null ? "*:*" : remote.toString();
        }
    }

    SocketVerbs(ShellLab lab) {
        this.lab = lab;
    }

    List<Verb> all() {
        Verb.Completion nodes = before -> before.isEmpty() ? lab.nodes() : List.of();
        return List.of(
                new Verb("netstat", "NODE", "lists a node's sockets", this::netstat, nodes),
                new Verb("ss", "NODE", "lists a node's sockets, as ss does", this::ss, nodes));
    }

    private List<Row> rows(Words words) throws UsageException {
        String node = lab.node(words.next("NODE"));
        words.end();
        return lab.ask(node, SocketVerbs::rows);
    }

    private static List<Row> rows(NodeAccess node) {
        List<Row> rows = new ArrayList<>();
        node.sockets().table().forEach(socket -> rows.add(Row.of(socket)));
        node.datagrams().ports().forEach(port -> rows.add(Row.of(port)));
        return rows;
    }

    private void netstat(Words words, Verb.Io io) throws UsageException {
        Table table = new Table();
        List<Row> rows = rows(words);
        table.row("Proto", "Recv-Q", "Send-Q", "Local Address", "Foreign Address", "State");
        rows.forEach(row -> table.row(row.protocol() + (row.local().address().isV4() ? "" : "6"),
                Integer.toString(row.recvQ()), Integer.toString(row.sendQ()), row.local().toString(), row.peer(),
                row.state() == null ? "" : row.state().toString().replace("SYN_RECEIVED", "SYN_RECV")
                        .replace("FIN_WAIT_", "FIN_WAIT")));
        table.print(io.out(), "");
    }

    private void ss(Words words, Verb.Io io) throws UsageException {
        Table table = new Table();
        List<Row> rows = rows(words);
        table.row("Netid", "State", "Recv-Q", "Send-Q", "Local Address:Port", "Peer Address:Port");
        rows.forEach(row -> table.row(row.protocol(), shortly(row.state()), Integer.toString(row.recvQ()),
                Integer.toString(row.sendQ()), row.local().toString(), row.peer()));
        table.print(io.out(), "");
    }

    /** A state by the name that ss has for it. */
    private static String shortly(ConnectionState state) {
        return state == null ? "UNCONN" : switch (state) {
            case ESTABLISHED -> "ESTAB";
            case SYN_RECEIVED -> "SYN-RECV";
            default -> state.name().replace('_', '-');
        };
    }
}
