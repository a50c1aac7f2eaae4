package org.wirelathe.model.internal.check;

import org.wirelathe.model.internal.yaml.Yaml;

/** A lab without a node: nothing can happen in it. */
final class NoNodes implements Check {
    @Override
    public void check(Context in) {
        if (in.draft().nodeNames().isEmpty()
                && in.draft().complete("nodes")
                && !in.report().hasErrors()) {
            in.report()
                    .warning(
                            new Yaml.Scalar(0, 0, "", Yaml.Style.PLAIN),
                            "no-nodes",
                            "this lab has no nodes: add some under `nodes:`");
        }
    }
}
