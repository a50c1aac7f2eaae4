package org.wirelathe.cli.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wirelathe.lab.Labs;
import org.wirelathe.lab.PlugIn;
import org.wirelathe.lab.PlugIn.Kind;

/** {@code list}: what is plugged in, one name to a line, with the bundle that provides it. */
final class ListCommand {
    /** What can be listed. */
    static final String WHAT = "algorithms, drivers, queues, layers or apps";

    private static final Map<String, Set<Kind>> LISTS = Map.of(
            "algorithms", Set.of(Kind.ALGORITHM),
            "drivers", Set.of(Kind.DRIVER),
            "queues", Set.of(Kind.QUEUE),
            "layers", Set.of(Kind.LINK_LAYER, Kind.NETWORK_LAYER, Kind.TRANSPORT_LAYER, Kind.SOCKET_LAYER),
            "apps", Set.of(Kind.APPLICATION));

    private final Stage stage;
    private final Labs labs;
    private final String what;

    ListCommand(Stage stage, Labs labs, String what) {
        this.stage = stage;
        this.labs = labs;
        this.what = what;
    }

    int execute() throws UsageException {
        Set<Kind> kinds = LISTS.get(what);
        if (kinds == null) {
            throw new UsageException("there is no list of '" + what + "'; write " + WHAT);
        }
        List<PlugIn> found = labs.plugIns().stream().filter(plugIn -> kinds.contains(plugIn.kind())).toList();
        Table table = new Table();
        for (PlugIn plugIn : found) {
            String provider = plugIn.bundle().isEmpty() ? "" : plugIn.bundle() + " " + plugIn.version();
            if (kinds.size() > 1) {
                table.row(plugIn.name(), layer(plugIn.kind()), provider);
            } else {
                table.row(plugIn.name(), provider);
            }
        }
        table.print(stage.out(), "");
        return Stage.DONE;
    }

    private static String layer(Kind kind) {
        return switch (kind) {
            case LINK_LAYER -> "link";
            case NETWORK_LAYER -> "network";
            case TRANSPORT_LAYER -> "transport";
            default -> "socket";
        };
    }
}
