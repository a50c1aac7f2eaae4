package org.wirelathe.ui.editor;

/** What a new lab begins with: two hosts on a cable and something for them to do. */
final class NewLab {
    static final String TEXT = """
            lab: New lab
            nodes:
              alice: { type: host, interfaces: { eth0: 10.0.1.1/24 } }
              bob:   { type: host, interfaces: { eth0: 10.0.1.2/24 } }
            links:
              - { between: [alice:eth0, bob:eth0], rate: 100 Mbit/s, delay: 10 ms }
            apps:
              - { on: bob, run: sink, port: 5001 }
              - { on: alice, run: send, to: bob:5001, bytes: 10 MB }
            run: { until: 60 s, seed: 1 }
            view: { alice: [120, 120], bob: [320, 120] }
            """;

    private NewLab() {
    }
}
