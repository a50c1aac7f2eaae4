package org.wirelathe.cli.internal.bench;

/**
 * A tree of 1,000 hosts: ten to a leaf, ten leaves to a branch, ten branches to the root. Each host sends to the one
 * that is as far away as it can be, so that every packet makes six hops; no line is more than four fifths full.
 */
final class HostTree {
    private static final int FAN = 10;
    private static final int HOSTS = FAN * FAN * FAN;
    /** Bits of the second byte of an address that tell a branch; the other four tell its leaf. */
    private static final int BRANCH = 16;
    /** Eight full frames take 984 us of a host's 100 Mbit/s. */
    private static final String PACE = "every: 1230 us, burst: 8";

    private final StringBuilder nodes = new StringBuilder();
    private final StringBuilder links = new StringBuilder();
    private final StringBuilder apps = new StringBuilder();

    private HostTree() {
    }

    /** One network, a switch at each branch. */
    static String switched() {
        HostTree tree = new HostTree();
        tree.nodes.append("  root: { type: switch, ports: ").append(FAN).append(" }\n");
        for (int branch = 0; branch < FAN; branch++) {
            tree.nodes.append("  b").append(branch).append(": { type: switch, ports: ").append(FAN + 1).append(" }\n");
            tree.link("b" + branch + ":p" + (FAN + 1), "root:p" + (branch + 1), "10 Gbit/s");
            for (int leaf = 0; leaf < FAN; leaf++) {
                String name = "s" + branch + leaf;
                tree.nodes.append("  ").append(name).append(": { type: switch, ports: ").append(FAN + 1).append(" }\n");
                tree.link(name + ":p" + (FAN + 1), "b" + branch + ":p" + (leaf + 1), "1 Gbit/s");
                for (int i = 0; i < FAN; i++) {
                    int host = (branch * FAN + leaf) * FAN + i;
                    tree.host(host, "10.0." + host / 250 + '.' + (host % 250 + 1) + "/16", "");
                    tree.link("h" + host + ":eth0", name + ":p" + (i + 1), "100 Mbit/s");
                }
            }
        }
        return tree.text();
    }

    /** A network to each cable, a router at each branch. */
    static String routed() {
        HostTree tree = new HostTree();
        StringBuilder root = new StringBuilder();
        StringBuilder rootRoutes = new StringBuilder();
        for (int branch = 0; branch < FAN; branch++) {
            String up = "172.16." + branch + '.';
            root.append(branch == 0 ? "" : ", ").append("eth").append(branch).append(": ").append(up).append("1/30");
            rootRoutes.append(branch == 0 ? "" : ", ").append("{ to: 10.").append(branch * BRANCH)
                    .append(".0.0/12, via: ")
                    .append(up).append("2 }");
            tree.branch(branch, up);
        }
        tree.router("root", root, rootRoutes);
        return tree.text();
    }

    private void branch(int branch, String up) {
        StringBuilder interfaces = new StringBuilder("up: " + up + "2/30");
        StringBuilder routes = new StringBuilder("{ to: 0.0.0.0/0, via: " + up + "1 }");
        for (int leaf = 0; leaf < FAN; leaf++) {
            String down = "172.17." + (branch * FAN + leaf) + '.';
            interfaces.append(", eth").append(leaf).append(": ").append(down).append("1/30");
            routes.append(", { to: 10.").append(branch * BRANCH + leaf).append(".0.0/16, via: ")
                    .append(down).append("2 }");
            link("b" + branch + ":eth" + leaf, "s" + branch + leaf + ":up", "1 Gbit/s");
            leaf(branch, leaf, down);
        }
        router("b" + branch, interfaces, routes);
        link("root:eth" + branch, "b" + branch + ":up", "10 Gbit/s");
    }

    private void leaf(int branch, int leaf, String up) {
        StringBuilder interfaces = new StringBuilder("up: " + up + "2/30");
        for (int i = 0; i < FAN; i++) {
            String net = "10." + (branch * BRANCH + leaf) + '.' + i + '.';
            int host = (branch * FAN + leaf) * FAN + i;
            interfaces.append(", eth").append(i).append(": ").append(net).append("1/24");
            host(host, net + "2/24", ", gateway: " + net + "1");
            link("h" + host + ":eth0", "s" + branch + leaf + ":eth" + i, "100 Mbit/s");
        }
        router("s" + branch + leaf, interfaces, new StringBuilder("{ to: 0.0.0.0/0, via: " + up + "1 }"));
    }

    private void router(String name, StringBuilder interfaces, StringBuilder routes) {
        nodes.append("  ").append(name).append(": { type: router, interfaces: { ").append(interfaces)
                .append(" }, routes: [").append(routes).append("] }\n");
    }

    /** A host that begins a little after the one before it, and sends to the far side of the tree. */
    private void host(int host, String address, String more) {
        nodes.append("  h").append(host).append(": { type: host, interfaces: { eth0: ").append(address).append(" }")
                .append(more).append(" }\n");
        apps.append("  - { on: h").append(host).append(", run: bench-flood, to: h").append((host + HOSTS / 2) % HOSTS)
                .append(", ").append(PACE).append(", at: ").append(host * 13L).append(" us }\n");
    }

    private void link(String a, String b, String rate) {
        links.append("  - { between: [").append(a).append(", ").append(b).append("], rate: ").append(rate)
                .append(", delay: 10 us }\n");
    }

    private String text() {
        return "lab: Tree\nnodes:\n" + nodes + "links:\n" + links + "apps:\n" + apps
                + "run: { until: 1000000 s, seed: 1, sample: 100 ms }\n";
    }
}
