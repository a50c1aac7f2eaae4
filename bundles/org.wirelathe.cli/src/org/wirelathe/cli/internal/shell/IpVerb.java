package org.wirelathe.cli.internal.shell;

import java.util.List;
import org.wirelathe.cli.internal.UsageException;

/** {@code ip}: addresses, routes, neighbours and links, in words and lines that people know from iproute2. */
final class IpVerb {
    private static final List<String> OBJECTS = List.of("address", "route", "neigh", "link");
    private static final String USAGE = """
            [-4 | -6] address [show] NODE [dev IF]
            address add|del NODE ADDRESS/LENGTH dev IF
            [-4 | -6] route [show] NODE
            route add|del NODE [blackhole|unreachable|prohibit] PREFIX [from PREFIX] [via ADDRESS] [dev IF] [src ADDRESS]\
             [metric N] [nexthop via ADDRESS [dev IF] [weight N]]...
            route get NODE DESTINATION [from ADDRESS]
            [-4 | -6] neigh [show] NODE
            link [show] NODE""";

    private final ShellLab lab;
    private final AddressCommands addresses;
    private final RouteCommands routes;
    private final LinkCommands links;

    IpVerb(ShellLab lab) {
        this.lab = lab;
        addresses = new AddressCommands(lab);
        routes = new RouteCommands(lab);
        links = new LinkCommands(lab);
    }

    Verb verb() {
        return new Verb("ip", USAGE, "shows and changes addresses and routes, shows neighbours and links; a word may be"
                + " cut short, as in 'ip r s bob'", this::perform, this::completion);
    }

    private void perform(Words words, Verb.Io io) throws UsageException {
        Family family = Family.ANY;
        while (words.peek().startsWith("-")) {
            family = Family.of(words.next("-4 or -6"));
        }
        if (words.takeShort("address", 1)) {
            addresses.perform(family, words, io.out());
        } else if (words.takeShort("route", 1)) {
            routes.perform(family, words, io.out());
        } else if (words.takeShort("neighbour", 1) || words.takeShort("neighbor", 1)) {
            links.neighbours(family, words, io.out());
        } else if (words.takeShort("link", 1)) {
            links.show(words, io.out());
        } else {
            throw new UsageException((words.isEmpty() ? "'ip' of what" : "'ip' knows no '" + words.peek() + "'")
                    + "; there are address, route, neigh and link");
        }
    }

    /** The word for what is to be done, which may be left out before a node's name: {@code show}. */
    static String action(ShellLab lab, Words words, String... actions) throws UsageException {
        if (words.takeShort("show", 1) || words.take("list") || words.take("ls") || words.take("lst")) {
            return "show";
        }
        for (String action : actions) {
            if (!lab.nodes().contains(words.peek()) && words.takeShort(action, Math.min(2, action.length()))) {
                return action;
            }
        }
        if (words.take("delete")) {
            return "del";
        }
        return "show";
    }

    private List<String> completion(List<String> typed) {
        List<String> before = typed.stream().filter(word -> !word.startsWith("-")).toList();
        return switch (before.size()) {
            case 0 -> Completions.with(OBJECTS, "-4", "-6");
            case 1 -> Completions.with(lab.nodes(), switch (before.getFirst()) {
                case "address" -> new String[] {"show", "add", "del"};
                case "route" -> new String[] {"show", "add", "del", "get"};
                default -> new String[] {"show"};
            });
            case 2 -> lab.nodes().contains(before.getLast()) ? List.of() : lab.nodes();
            default -> List.of("via", "dev", "metric", "nexthop", "weight", "from", "src");
        };
    }
}
