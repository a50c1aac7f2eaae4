package org.wirelathe.model.edit;

import java.util.Set;
import java.util.regex.Pattern;
import org.wirelathe.model.ValueType;

/** Looks whether a node can have a name. */
final class NodeNames {
    private static final Pattern NAME = Pattern.compile(ValueType.NAME.pattern());

    private NodeNames() {}

    static void free(String name, Set<String> taken) {
        if (!NAME.matcher(name).matches() || name.length() > 63 || name.equals("all")) {
            throw new EditException(
                    "'"
                            + name
                            + "' cannot be the name of a node: start with a letter, go on with"
                            + " letters, digits, `-` and `_`");
        }
        if (taken.contains(name)) {
            throw new EditException("there is a node '" + name + "' already: choose another name");
        }
    }
}
