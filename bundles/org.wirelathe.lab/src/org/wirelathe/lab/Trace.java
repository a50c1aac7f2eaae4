package org.wirelathe.lab;

import java.util.List;
import java.util.Optional;
import org.wirelathe.api.probe.Stage;

/**
 * The way of one byte, as far as it has come.
 *
 * @param request which byte
 * @param flow the connection, as {@code 10.0.1.1:49152>10.0.2.1:5001}; empty when none carried the byte
 * @param written when the application wrote it; empty when nobody saw that
 * @param ways a way for each time that the byte was sent: the first, then retransmissions
 * @param delivered when it stood in the receive buffer, and when it was read
 * @param trouble why there is nothing to see; empty when there is something
 */
public record Trace(TraceRequest request, String flow, Optional<Step> written, List<Way> ways, List<Step> delivered,
        Optional<String> trouble) {
    /**
     * One packet's way with the byte in it.
     *
     * @param packet its causal id
     * @param steps in order of time
     */
    public record Way(long packet, List<Step> steps) {
        /** Where it ended, when it was dropped. */
        public Optional<Step> drop() {
            return steps.stream().filter(step -> step.stage() == Stage.DROP).findFirst();
        }
    }

    /**
     * The byte came to a stage.
     *
     * @param time ns of virtual time
     * @param node where
     * @param place the part of the node: an interface, a protocol; of a drop the reason
     * @param packet causal id of the packet; 0 when there was none
     * @param from of the bytes that were handled together, position of the first; -1 when nothing is known of them
     * @param to position behind the last
     */
    public record Step(Stage stage, long time, String node, String place, long packet, long from, long to) {
    }
}
