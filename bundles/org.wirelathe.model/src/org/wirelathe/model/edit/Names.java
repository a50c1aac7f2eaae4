package org.wirelathe.model.edit;

import java.util.Set;
import java.util.regex.Pattern;
import org.wirelathe.model.ValueType;

/** Looks whether something can have a name. */
final class Names {
    private static final Pattern NAME = Pattern.compile(ValueType.NAME.pattern());

    private Names() {}

    /**
     * Refuses a name.
     *
     * @param what what is to be called so: {@code a node}
     */
    static void free(String what, String name, Set<String> taken) {
        if (!NAME.matcher(name).matches() || name.length() > 63 || name.equals("all")) {
            throw new EditException(
                    "'%s' cannot be the name of %s: start with a letter, go on with letters, digits, `-` and `_`"
                            .formatted(name, what));
        }
        if (taken.contains(name)) {
            throw new EditException(
                    "there is %s '%s' already: choose another name".formatted(what, name));
        }
    }
}
