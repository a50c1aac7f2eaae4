package org.wirelathe.model.internal.check;

import org.wirelathe.model.NodeType;
import org.wirelathe.model.Vlans;
import org.wirelathe.model.internal.draft.Draft;

/** A VLAN that is both tagged and untagged on one port of a switch. */
final class VlanOnPort implements Check {
    @Override
    public void check(Context in) {
        for (Draft.PlacedNode node : in.draft().nodes()) {
            if (node.it().type() == NodeType.SWITCH) {
                node.interfaces().forEach(port -> check(in, port));
            }
        }
    }

    private static void check(Context in, Draft.PlacedInterface port) {
        Vlans vlans = port.it().vlans();
        if (vlans.own() != 0 && vlans.trunk().contains(vlans.own())) {
            in.report()
                    .error(
                            port.fields().at("trunk"),
                            "vlan-twice",
                            "frames of VLAN "
                                    + vlans.own()
                                    + " would leave "
                                    + port.port()
                                    + " both with a tag and without: take it out of `trunk`, or out"
                                    + " of `vlan`");
        }
    }
}
