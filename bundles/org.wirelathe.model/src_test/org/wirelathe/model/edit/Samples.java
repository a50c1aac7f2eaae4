package org.wirelathe.model.edit;

import java.util.LinkedHashMap;
import java.util.Map;

/** One lab in every style that people write: the same nodes, cables and applications each time. */
final class Samples {
    static final String FLOW =
            """
            # the first line is a comment
            lab: Flow   # title
            nodes:
              alice: { type: host,   interfaces: { eth0: 10.0.1.1/24 }, gateway: 10.0.1.254 }   # the sender
              # r1 stands in the middle
              r1:    { type: router, interfaces: { eth0: 10.0.1.254/24, eth1: 10.0.2.254/24 } }
              bob:   { type: host,   interfaces: { eth0: 10.0.2.1/24 }, gateway: 10.0.2.254, tcp: { congestion: vegas } }  # the receiver
              carol: { type: host,   interfaces: { eth0: 10.0.3.1/24 } }

            links:
              - { between: [alice:eth0, r1:eth0], rate: 1 Gbit/s,   delay: 1 ms }   # fast
              # the bottleneck
              - { between: [r1:eth1, bob:eth0],   rate: 100 Mbit/s, delay: 10 ms, queue: { type: fifo, limit: 100 packets } }

            apps:
              - { on: bob,   run: sink, port: 5001, save: received.bin }
              - { on: alice, run: send, to: bob:5001, bytes: 1 MiB, at: 100 ms }  # goes through r1
              - { on: alice, run: ping, to: r1 }
            events:
              - { at: 5 s, swap: { node: alice, congestion: vegas } }
              - { at: 7 s, link: [r1, bob], down: true }   # cut
              - { at: 8 s, link: [r1:eth1, bob:eth0], down: false }
            capture: [ "alice:eth0", 'r1:eth1' ]   # both ends of r1
            run: { until: 60 s, seed: 1 }          # ends earlier
            view: { alice: [40, 80], r1: [200, 80], bob: [360, 80] }  # carol is not placed
            # the last line is a comment
            """;

    static final String BLOCK =
            """
            ---
            lab: "Block"

            # people
            nodes:

                # alice sends
                alice:
                    type: host
                    interfaces:
                        eth0: 10.0.1.1/24   # to r1
                    # her way out
                    gateway: 10.0.1.254
                r1:
                    type: router
                    interfaces:
                        eth0:
                            address: 10.0.1.254/24
                            mtu: 1500
                        # towards bob
                        eth1: 10.0.2.254/24
                    # end of r1
                bob:
                    type: host
                    interfaces:
                        eth0: 10.0.2.1/24
                    gateway: 10.0.2.254   # r1
                    tcp:
                        congestion: vegas
                        # more of it later
                carol:   # idle
                    type: host
                    interfaces: { eth0: 10.0.3.1/24 }

            # cables
            links:
            -   between:
                - alice:eth0
                - r1:eth0   # near
                rate: 1 Gbit/s
                delay: 1 ms
            # between the cables
            -   between: [r1:eth1, bob:eth0]
                rate: 100 Mbit/s
                delay: 10 ms
                queue:
                    type: fifo
                    limit: 100 packets

            apps:
                - on: bob
                  run: sink
                  port: 5001
                  save: received.bin
                -
                  # the sender
                  on: alice
                  run: send
                  to: bob:5001
                  bytes: 1 MiB
                  at: 100 ms
                - on: alice   # asks
                  # the router
                  run: ping
                  to: r1

            events:
                - at: 5 s
                  swap:
                      node: alice
                      congestion: vegas
                - at: 7 s
                  link: [r1, bob]
                  down: true
                - { at: 8 s, link: [r1:eth1, bob:eth0], down: false }

            capture:
                - alice:eth0   # near
                # far
                - r1:eth1

            run:
                until: 60 s   # enough
                seed: 1
            view:
                alice: [40, 80]
                r1:
                    - 200   # x
                    - 80    # y
                bob: [ 360,80 ]
            """;

    static final String AWKWARD =
            """
            lab: 'It''s awkward'
            nodes: {
                alice: {
                  type: host,       # her type
                  interfaces: {
                    eth0: 10.0.1.1/24    # her only one
                  },
                  # before the gateway
                  gateway: 10.0.1.254
                },     # behind alice
                # before r1
                r1: { type: router, interfaces: {
                    eth0: 10.0.1.254/24, # left
                    eth1: 10.0.2.254/24, # right
                } },
                "bob": { "type": host, "interfaces": { "eth0": "10.0.2.1/24" }, "gateway": "10.0.2.254" # unfinished
                    , tcp: {congestion: vegas}
                }
                , carol: {type: host,interfaces: {eth0: 10.0.3.1/24}} # a comma in front
                # nothing more
            }
            links: [
              { between: [alice:eth0, r1:eth0], rate: 1 Gbit/s, delay: 1 ms },   # one
              { between: [r1:eth1, "bob:eth0"], rate: 100 Mbit/s, delay: 10 ms,
                queue: { type: fifo, limit: 100 packets } },   # two
            ]
            apps: [{ on: bob, run: sink, port: 5001, save: received.bin },
              { on: alice, run: send, to: bob:5001, bytes: 1 MiB, at: 100 ms }, { on: alice, run: ping, to: r1 }] # three
            events:
            - { at: 5 s, swap: { node: alice, congestion: vegas } }
            - at: 7 s # cut
              link: [r1, # near
                bob]
              down: true
            - { at: 8 s, link: [r1:eth1, bob:eth0], down: false }
            # after the events
            capture: [
              alice:eth0, # sender
              # then
              "r1:eth1"
            ] # captured
            run: # how
              # it
              until: 60 s
              # runs
              seed: 1
            view:
              alice: [40, 80] # left
              r1: [200,
                   80]        # middle
              bob: [360, 80]  # right
            # behind everything
            """;

    static final String NO_VIEW =
            """
            lab: Short
            nodes:
              alice: { type: host, interfaces: { eth0: 10.0.1.1/24 }, gateway: 10.0.1.254 }
              r1: { type: router, interfaces: { eth0: 10.0.1.254/24, eth1: 10.0.2.254/24 } }
              bob: { type: host, interfaces: { eth0: 10.0.2.1/24 }, gateway: 10.0.2.254, tcp: { congestion: vegas } }
              carol: { type: host, interfaces: { eth0: 10.0.3.1/24 } }

            links:
              - { between: [alice:eth0, r1:eth0], rate: 1 Gbit/s, delay: 1 ms }
              - { between: [r1:eth1, bob:eth0], rate: 100 Mbit/s, delay: 10 ms, queue: { limit: 100 packets } }

            apps:
              - { on: bob, run: sink, port: 5001, save: received.bin }
              - { on: alice, run: send, to: bob:5001, bytes: 1 MiB, at: 100 ms }
              - { on: alice, run: ping, to: r1 }

            events:
              - { at: 5 s, swap: { node: alice, congestion: vegas } }
              - { at: 7 s, link: [r1, bob], down: true }
              - { at: 8 s, link: [r1:eth1, bob:eth0], down: false }

            capture: [ alice:eth0, r1:eth1 ]  # no run section, and no view\
            """;

    static final String JSON =
            """
            {
              "lab": "JSON",
              "nodes": {
                "alice": { "type": "host", "interfaces": { "eth0": "10.0.1.1/24" }, "gateway": "10.0.1.254" },
                "r1": { "type": "router", "interfaces": { "eth0": "10.0.1.254/24", "eth1": "10.0.2.254/24" } },
                "bob": { "type": "host", "interfaces": { "eth0": "10.0.2.1/24" }, "gateway": "10.0.2.254",
                  "tcp": { "congestion": "vegas" } },
                "carol": { "type": "host", "interfaces": { "eth0": "10.0.3.1/24" } }
              },
              "links": [
                { "between": ["alice:eth0", "r1:eth0"], "rate": "1 Gbit/s", "delay": "1 ms" },
                { "between": ["r1:eth1", "bob:eth0"], "rate": "100 Mbit/s", "delay": "10 ms",
                  "queue": { "type": "fifo", "limit": "100 packets" } }
              ],
              "apps": [
                { "on": "bob", "run": "sink", "port": 5001, "save": "received.bin" },
                { "on": "alice", "run": "send", "to": "bob:5001", "bytes": "1 MiB", "at": "100 ms" },
                { "on": "alice", "run": "ping", "to": "r1" }
              ],
              "events": [
                { "at": "5 s", "swap": { "node": "alice", "congestion": "vegas" } },
                { "at": "7 s", "link": ["r1", "bob"], "down": true },
                { "at": "8 s", "link": ["r1:eth1", "bob:eth0"], "down": false }
              ],
              "capture": ["alice:eth0", "r1:eth1"]
            }
            """;

    private Samples() {}

    /**
     * Every sample by its name, with each kind of line end and with and without the last line
     * break.
     */
    static Map<String, String> all() {
        Map<String, String> samples = new LinkedHashMap<>();
        Map.of("flow", FLOW, "block", BLOCK, "awkward", AWKWARD, "no view", NO_VIEW, "json", JSON)
                .forEach(
                        (name, text) -> {
                            samples.put(name, text);
                            samples.put(name + ", CR LF", text.replace("\n", "\r\n"));
                            samples.put(name + ", no last break", text.stripTrailing());
                            samples.put(
                                    name + ", emoji",
                                    text.replaceFirst("(\"?lab\"?: ['\"]?)", "$1\uD83D\uDE80 "));
                        });
        return samples;
    }
}
