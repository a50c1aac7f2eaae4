package org.wirelathe.ui.view;

import java.util.List;
import java.util.Optional;
import org.wirelathe.model.Lab;
import org.wirelathe.model.Node;
import org.wirelathe.model.NodeType;

/**
 * What can be waited for, with the names of the lab at hand.
 *
 * @param all the examples
 */
record PauseExamples(List<Example> all) {
    /**
     * An example.
     *
     * @param text as it is typed
     * @param meaning in words
     */
    record Example(String text, String meaning) {
    }

    static PauseExamples of(Optional<Lab> lab) {
        List<Node> hosts = lab.map(Lab::nodes).orElse(List.of()).stream()
                .filter(node -> node.type() == NodeType.HOST && !node.interfaces().isEmpty()).toList();
        String first = hosts.isEmpty() ? "alice" : hosts.getFirst().name();
        String last = hosts.isEmpty() ? "bob" : hosts.getLast().name();
        String port = hosts.isEmpty() ? "eth0" : hosts.getLast().interfaces().getFirst().name();
        return new PauseExamples(List.of(
                new Example(last + " " + port + " rxPackets >= 100", "a counter reaches a value"),
                new Example(first + " cwnd < 20 kB",
                        "a connection\u2019s cwnd, ssthresh, inFlight, srtt falls (<) or rises (>=)"),
                new Example("drop at " + last, "a packet is dropped, or comes to another stage"),
                new Example("queue at " + first + " of tcp", "a frame that a filter lets through comes to a stage"),
                new Example("journal: swap", "the journal has it: swap, link, refit, driver, queue"),
                new Example("at 2.5 s", "it is that time")));
    }
}
