package org.wirelathe.cli.internal.bench;

import java.util.List;

/**
 * A lab to measure, as a lab file.
 *
 * @param name in the table and in the file of results
 * @param load what happens in it, in a few words
 * @param text the lab file
 * @param cold virtual time that is measured first, ns
 * @param warm virtual time until the compiler is done, ns
 * @param steady virtual time that is measured then, ns
 */
record BenchLab(String name, String load, String text, long cold, long warm, long steady) {
    private static final long MS = 1_000_000;

    /** Two hosts and a router between them, 1 Gbit/s and 1 ms each: a line full of IP packets, without TCP. */
    static BenchLab twoHops() {
        return new BenchLab("two hops", "IP packets", row("""
                  - { on: bob, run: bench-flood }
                  - { on: alice, run: bench-flood, to: bob, every: 787456 ns, burst: 64 }
                """), 200 * MS, 8000 * MS, 12_000 * MS);
    }

    /** The same with a TCP transfer. */
    static BenchLab transfer() {
        return new BenchLab("two hops, TCP", "one transfer", row("""
                  - { on: bob, run: sink, port: 5001 }
                  - { on: alice, run: send, to: bob:5001, bytes: 1000 GB }
                """), 200 * MS, 8000 * MS, 12_000 * MS);
    }

    private static String row(String apps) {
        return """
                lab: Two hops
                nodes:
                  alice: { type: host,   interfaces: { eth0: 10.0.1.1/24 }, gateway: 10.0.1.254 }
                  r1:    { type: router, interfaces: { eth0: 10.0.1.254/24, eth1: 10.0.2.254/24 } }
                  bob:   { type: host,   interfaces: { eth0: 10.0.2.1/24 }, gateway: 10.0.2.254 }
                links:
                  - { between: [alice:eth0, r1:eth0], rate: 1 Gbit/s, delay: 1 ms }
                  - { between: [r1:eth1, bob:eth0],   rate: 1 Gbit/s, delay: 1 ms }
                apps:
                """ + apps + "run: { until: 1000000 s, seed: 1, sample: 100 ms }\n";
    }

    /** The tree with a switch at each branch; where switches are not there yet, with routers. */
    static List<BenchLab> trees() {
        return List.of(tree("1,000 hosts, switches", HostTree.switched()),
                tree("1,000 hosts, routers", HostTree.routed()));
    }

    private static BenchLab tree(String name, String text) {
        return new BenchLab(name, "IP packets", text, 40 * MS, 200 * MS, 200 * MS);
    }
}
