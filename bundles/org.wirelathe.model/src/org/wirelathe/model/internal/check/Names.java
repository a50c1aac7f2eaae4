package org.wirelathe.model.internal.check;

import java.util.Set;
import org.wirelathe.model.internal.draft.Fields;

/** Looks up names of plug-ins. */
final class Names {
    private Names() {}

    /** Reports the name under {@code key} when {@code known} is not empty and lacks it. */
    static void known(Context in, Fields fields, String key, Set<String> known, String what) {
        known(in, fields, key, known, what, "unknown-" + key);
    }

    /** The same with a code of its own. */
    static void known(
            Context in, Fields fields, String key, Set<String> known, String what, String code) {
        String name = fields.text(key, "");
        if (fields.sound(key) && !known.isEmpty() && !known.contains(name)) {
            in.report()
                    .error(
                            fields.at(key),
                            code,
                            "there is no "
                                    + what
                                    + " '"
                                    + name
                                    + "': "
                                    + Context.choice(name, known));
        }
    }
}
