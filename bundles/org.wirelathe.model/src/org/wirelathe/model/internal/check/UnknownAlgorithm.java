package org.wirelathe.model.internal.check;

import java.util.Set;
import org.wirelathe.model.internal.draft.Draft;

/** A congestion control algorithm that no plug-in provides. */
final class UnknownAlgorithm implements Check {
    @Override
    public void check(Context in) {
        Set<String> known = in.vocabulary().algorithms();
        for (Draft.PlacedNode node : in.draft().nodes()) {
            node.fields()
                    .table("tcp")
                    .ifPresent(
                            tcp ->
                                    Names.known(
                                            in, tcp, "congestion", known, "congestion algorithm"));
        }
        for (Draft.EventDraft event : in.draft().events()) {
            event.fields()
                    .table("swap")
                    .ifPresent(
                            swap ->
                                    Names.known(
                                            in, swap, "congestion", known, "congestion algorithm"));
        }
    }
}
