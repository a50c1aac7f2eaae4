package org.wirelathe.cli.internal;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be written behind a command's name.
 *
 * @param command its name
 * @param purpose one sentence
 * @param operand what it is done to
 * @param options in the order of the help
 */
record Syntax(String command, String purpose, Operand operand, List<Option> options) {
    private static final Option HELP = Option.flag("--help", "-h", "says what can be written here");

    /**
     * The word that is no option.
     *
     * @param label what it is called: {@code LAB}
     * @param required whether it must be there
     * @param help one sentence
     */
    record Operand(String label, boolean required, String help) {
    }

    /**
     * An option.
     *
     * @param name with its hyphens
     * @param letter a shorter name; empty for none
     * @param label what its value is called; empty when it has none
     * @param repeated whether it may be given several times
     * @param help one sentence
     */
    record Option(String name, String letter, String label, boolean repeated, String help) {
        static Option flag(String name, String letter, String help) {
            return new Option(name, letter, "", false, help);
        }

        static Option value(String name, String label, String help) {
            return new Option(name, "", label, false, help);
        }

        static Option values(String name, String label, String help) {
            return new Option(name, "", label, true, help);
        }

        boolean isFlag() {
            return label.isEmpty();
        }
    }

    Syntax {
        options = Stream.concat(options.stream(), Stream.of(HELP)).toList();
    }

    Optional<Option> option(String name) {
        return options.stream().filter(option -> option.name().equals(name) || option.letter().equals(name)).findFirst();
    }

    /** {@code wirelathe run LAB [--until T] ...}. */
    String line() {
        StringBuilder line = new StringBuilder("wirelathe ").append(command).append(' ');
        line.append(operand.required() ? operand.label() : "[" + operand.label() + "]");
        for (Option option : options) {
            if (option != HELP) {
                line.append(" [").append(option.name()).append(option.isFlag() ? "" : " " + option.label())
                        .append(option.repeated() ? "]..." : "]");
            }
        }
        return line.toString();
    }

    void print(PrintStream out) {
        out.println("usage: " + line());
        out.println(purpose);
        Table table = new Table();
        table.row(operand.label(), operand.help());
        for (Option option : options) {
            String names = (option.letter().isEmpty() ? "" : option.letter() + ", ") + option.name();
            table.row(option.isFlag() ? names : names + " " + option.label(), option.help());
        }
        table.print(out, "  ");
    }
}
