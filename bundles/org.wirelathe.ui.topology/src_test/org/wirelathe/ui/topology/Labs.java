package org.wirelathe.ui.topology;

import org.wirelathe.model.Lab;
import org.wirelathe.model.Vocabulary;
import org.wirelathe.model.edit.LabDocument;

/** Labs for tests. */
public final class Labs {
    /** Two hosts and the router between them, in a row. */
    public static final String ROW = """
            # A comment that has to stay.
            lab: Row
            nodes:
              alice: { type: host,   interfaces: { eth0: 10.0.1.1/24 }, gateway: 10.0.1.254 }
              r1:    { type: router, interfaces: { eth0: 10.0.1.254/24, eth1: 10.0.2.254/24 } }
              bob:   { type: host,   interfaces: { eth0: 10.0.2.1/24 }, gateway: 10.0.2.254 }
            links:
              - { between: [alice:eth0, r1:eth0], rate: 1 Gbit/s,   delay: 1 ms }   # fast
              - { between: [r1:eth1, bob:eth0],   rate: 100 Mbit/s, delay: 10 ms }  # slow
            view: { alice: [100, 100], r1: [300, 100], bob: [500, 100] }
            """;

    private Labs() {
    }

    public static LabDocument document(String text) {
        return new LabDocument(text, "test.yaml", Vocabulary.ANY);
    }

    public static Lab lab(String text) {
        LabDocument document = document(text);
        return document.lab().orElseThrow(() -> new AssertionError(document.problems()));
    }

    /** A chain of hosts without places on the canvas. */
    public static String unplaced(int hosts) {
        StringBuilder text = new StringBuilder("lab: Unplaced\nnodes:\n");
        for (int i = 0; i < hosts; i++) {
            text.append("  h").append(i).append(": { type: router, interfaces: { eth0: 10.").append(i)
                    .append(".0.1/24, eth1: 10.").append(i + 1).append(".0.2/24 } }\n");
        }
        text.append("links:\n");
        for (int i = 0; i + 1 < hosts; i++) {
            text.append("  - { between: [h").append(i).append(":eth1, h").append(i + 1)
                    .append(":eth0], rate: 1 Gbit/s }\n");
        }
        return text.toString();
    }
}
