package org.wirelathe.cli.internal.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.wirelathe.cli.internal.Figures;
import org.wirelathe.cli.internal.Table;
import org.wirelathe.cli.internal.UsageException;

/** All commands, by name. */
final class Shell {
    private final ShellLab lab;
    private final Map<String, Verb> verbs = new LinkedHashMap<>();
    private volatile boolean over;

    Shell(ShellLab lab) {
        this.lab = lab;
        List<Verb> all = new ArrayList<>(new DrivingVerbs(lab).all());
        all.addAll(new LookingVerbs(lab).all());
        all.add(new IpVerb(lab).verb());
        all.addAll(new SocketVerbs(lab).all());
        all.add(new PingVerb(lab).verb());
        all.add(new TracerouteVerb(lab).verb());
        all.add(new TcpdumpVerb(lab, this::perform).verb());
        all.add(new Verb("grep", "[-v] PATTERN", "passes on the lines that contain a pattern, as in 'ip route show bob |"
                + " grep via'; -v: the others", Shell::grep, before -> List.of()));
        all.add(new Verb("help", "[COMMAND]", "lists the commands, or says what can be written behind one", this::help,
                before -> before.isEmpty() ? List.copyOf(verbs.keySet()) : List.of()));
        all.add(new Verb("quit", "", "ends the shell", this::quit, before -> List.of()));
        all.forEach(verb -> verbs.put(verb.name(), verb));
    }

    List<Verb> verbs() {
        return List.copyOf(verbs.values());
    }

    ShellLab lab() {
        return lab;
    }

    /** Whether {@code quit} was typed. */
    boolean isOver() {
        return over;
    }

    /** What stands before the line that is being typed. */
    String prompt() {
        try {
            return lab.run().lab().name() + ", " + Figures.time(lab.run().time()) + "> ";
        } catch (UsageException none) {
            return "wirelathe> ";
        }
    }

    /** Does a command, whose name is the first of the words. */
    void perform(List<String> words, Verb.Io io) throws UsageException, InterruptedException {
        Verb verb = verb(words.getFirst());
        verb.work().perform(new Words(verb.line(), words.subList(1, words.size())), io);
    }

    /** @throws UsageException with a sentence, when there is no such command */
    Verb verb(String name) throws UsageException {
        return verbs.get(ShellLab.known("command", name, List.copyOf(verbs.keySet())));
    }

    /** What could be typed behind these words. */
    List<String> candidates(List<String> before) {
        Verb verb = before.isEmpty() ? null : verbs.get(before.getFirst());
        return before.isEmpty() ? List.copyOf(verbs.keySet()) : verb == null ? List.of()
                : verb.completion().after(before.subList(1, before.size()));
    }

    private void help(Words words, Verb.Io io) throws UsageException {
        if (words.isEmpty()) {
            Table table = new Table();
            verbs.values().forEach(verb -> table.row(verb.name(), verb.purpose()));
            table.print(io.out(), "");
            io.out().println("'help COMMAND' says what can be written behind one; Tab completes, | joins, # begins a comment.");
            return;
        }
        Verb verb = verb(words.next("COMMAND"));
        words.end();
        (verb.usage().isEmpty() ? List.of("") : verb.usage().lines().toList())
                .forEach(form -> io.out().println((verb.name() + " " + form).strip()));
        io.out().println(verb.purpose());
    }

    private void quit(Words words, Verb.Io io) throws UsageException {
        words.end();
        over = true;
    }

    private static void grep(Words words, Verb.Io io) throws UsageException {
        boolean others = words.take("-v");
        String text = words.rest();
        try {
            Pattern pattern = Pattern.compile(text);
            BufferedReader lines = new BufferedReader(new InputStreamReader(io.in(), StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (pattern.matcher(line).find() != others) {
                    io.out().println(line);
                }
            }
        } catch (PatternSyntaxException e) {
            throw new UsageException("'" + text + "' is no pattern: " + e.getDescription());
        } catch (IOException e) {
            throw new UsageException("what was to be searched cannot be read: " + e.getMessage());
        }
    }
}
