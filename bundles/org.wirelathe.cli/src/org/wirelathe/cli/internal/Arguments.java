package org.wirelathe.cli.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirelathe.cli.internal.Syntax.Option;
import org.wirelathe.model.Suggestion;

/**
 * A command's arguments, read by its syntax: {@code --name value}, {@code --name=value}, flags, and one operand;
 * {@code --} ends the options.
 */
final class Arguments {
    private final Syntax syntax;
    private final Map<String, List<String>> values = new HashMap<>();
    private String operand;

    private Arguments(Syntax syntax) {
        this.syntax = syntax;
    }

    static Arguments read(Syntax syntax, List<String> words) throws UsageException {
        Arguments arguments = new Arguments(syntax);
        arguments.read(words);
        return arguments;
    }

    private void read(List<String> words) throws UsageException {
        boolean options = true;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (options && word.equals("--")) {
                options = false;
            } else if (options && word.startsWith("-") && word.length() > 1) {
                i += option(word, words.subList(i + 1, words.size()));
            } else if (operand == null) {
                operand = word;
            } else {
                throw wrong("takes one " + syntax.operand().label() + ", not also '" + word + "'");
            }
        }
        if (operand == null && syntax.operand().required() && !has("--help")) {
            throw wrong("needs " + syntax.operand().label());
        }
    }

    /** Returns how many of the following words it took. */
    private int option(String word, List<String> following) throws UsageException {
        int equals = word.startsWith("--") ? word.indexOf('=') : -1;
        String name = equals < 0 ? word : word.substring(0, equals);
        Option option = syntax.option(name).orElse(null);
        if (option == null) {
            throw wrong("has no option " + name + meant(name));
        }
        List<String> given = values.computeIfAbsent(option.name(), key -> new ArrayList<>());
        if (!given.isEmpty() && !option.repeated()) {
            throw wrong("takes " + option.name() + " once");
        }
        if (option.isFlag()) {
            if (equals >= 0) {
                throw wrong("takes " + name + " without a value");
            }
            given.add("");
            return 0;
        }
        if (equals >= 0) {
            given.add(word.substring(equals + 1));
            return 0;
        }
        if (following.isEmpty()) {
            throw wrong("takes " + name + " with a value: " + name + " " + option.label());
        }
        given.add(following.getFirst());
        return 1;
    }

    private String meant(String name) {
        Optional<String> near = Suggestion.among(syntax.options().stream().map(Option::name).toList()).nearest(name);
        return near.map(option -> "; did you mean " + option + "?").orElse("");
    }

    private UsageException wrong(String what) {
        return new UsageException("'" + syntax.command() + "' " + what + "; 'wirelathe " + syntax.command()
                + " --help' says what can be written");
    }

    boolean has(String option) {
        return values.containsKey(option);
    }

    /** The value of an option that is given once at most. */
    Optional<String> value(String option) {
        return values(option).stream().findFirst();
    }

    List<String> values(String option) {
        return values.getOrDefault(option, List.of());
    }

    /** The operand; empty when there is none. */
    String operand() {
        return operand == null ? "" : operand;
    }
}
