package org.wirelathe.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.wirelathe.api.probe.Stage;
import org.wirelathe.model.Lab;
import org.wirelathe.model.Node;
import org.wirelathe.model.Quantity;
import org.wirelathe.model.QuantityException;
import org.wirelathe.model.Suggestion;
import org.wirelathe.wire.filter.FilterException;
import org.wirelathe.wire.filter.FrameFilter;

/** Reads what is waited for, and says in a sentence what is wrong with it. */
final class WatchText {
    private static final String LIKE = "write it like 'bob eth0 rxNoBuffer >= 1', 'alice cwnd < 20000',"
            + " 'drop at bob', 'journal: swap' or 'at 2.5 s'";
    /** A comparison; the {@code >} of a flow has an address right behind it. */
    private static final Pattern COMPARISON =
            Pattern.compile("(.*?)\\s*(>=|<=|==|!=|<|=|>(?=\\s|$|\\d+(?:\\s*[A-Za-z]+)?$))\\s*(.*)");
    private static final Pattern FLOW = Pattern.compile("[\\d.]+:\\d{1,5}>[\\d.]+:\\d{1,5}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern OF = Pattern.compile("\\sof(\\s|$)");
    private static final int MOST_NAMES = 10;

    private final String text;

    WatchText(String text) {
        this.text = text.strip().replaceAll("\\s+", " ");
    }

    Watch read() {
        if (text.isEmpty()) {
            throw wrong("nothing says what to wait for; " + LIKE);
        }
        if (text.startsWith("journal:")) {
            return journalled(text.substring("journal:".length()).strip());
        }
        Matcher of = OF.matcher(text);
        Matcher comparison = COMPARISON.matcher(of.find() ? text.substring(0, of.start()) : text);
        if (comparison.matches()) {
            return level(words(comparison.group(1)), comparison.group(2), comparison.group(3));
        }
        return text.startsWith("at ") ? time(text.substring("at ".length())) : stage();
    }

    private static Watch journalled(String kind) {
        if (kind.isEmpty() || kind.contains(" ")) {
            throw wrong("'journal:" + (kind.isEmpty() ? "" : " " + kind) + "' names no kind of entry; write one word,"
                    + " like 'journal: swap', 'journal: link' or 'journal: loop'");
        }
        return new Watch.Journalled(kind);
    }

    private static Watch time(String text) {
        long time = quantity(Quantity.TIME, text);
        if (time == 0) {
            throw wrong("'at " + text + "': there the run begins; write a later time");
        }
        return new Watch.At(time);
    }

    private Watch level(List<String> words, String sign, String number) {
        if (words.size() < 2 || words.size() > 3) {
            throw wrong("'" + String.join(" ", words) + "' names neither a counter, as in 'bob eth0 rxNoBuffer', nor a"
                    + " gauge of a connection, as in 'alice cwnd'");
        }
        String name = words.getLast();
        if (!sign.equals(">=") && !sign.equals("<")) {
            throw wrong("'" + sign + "' behind " + name + " is not understood; write >= for reaching a value, < for"
                    + " falling below it");
        }
        long value = value(name, number);
        boolean below = sign.equals("<");
        if (words.size() == 2) {
            return new Watch.GaugePasses(words.getFirst(), "", name, below, value);
        }
        String place = words.get(1);
        if (FLOW.matcher(place).matches()) {
            return new Watch.GaugePasses(words.getFirst(), place, name, below, value);
        }
        if (place.contains(">")) {
            throw wrong("'" + place + "' is no connection; write its ends by number, like"
                    + " 10.0.1.1:49152>10.0.2.1:5001, or leave it out for the first one of " + words.getFirst());
        }
        if (below) {
            throw wrong("the counter " + name + " only grows; write >= for reaching a value");
        }
        if (value == 0) {
            throw wrong("the counter " + name + " begins at 0; write a value of 1 or more");
        }
        return new Watch.CounterReaches(words.getFirst(), place, name, value);
    }

    private static long value(String name, String text) {
        if (NUMBER.matcher(text).matches()) {
            return Long.parseLong(text);
        }
        String unit = text.replaceFirst("^[\\d.]+\\s*", "");
        if (unit.equals(text) || unit.isEmpty()) {
            throw wrong("'" + text + "' behind " + name + " is no whole number from 0 on; write one, with a unit if it"
                    + " helps: 20000, 64 KiB, 30 ms");
        }
        return quantity(Quantity.TIME.units().contains(unit) ? Quantity.TIME : Quantity.SIZE, text);
    }

    private static long quantity(Quantity kind, String text) {
        try {
            return kind.parse(text);
        } catch (QuantityException e) {
            throw wrong(e.getMessage());
        }
    }

    private Watch stage() {
        Matcher of = OF.matcher(text);
        boolean filtered = of.find();
        String filter = filtered ? text.substring(of.end()).strip() : "";
        List<String> words = new ArrayList<>(words(filtered ? text.substring(0, of.start()) : text));
        Stage stage = stage(words);
        String node = "";
        if (!words.isEmpty() && words.getFirst().equals("at")) {
            words.removeFirst();
            if (words.isEmpty()) {
                throw wrong("'at' is followed by nothing; name a node behind it, or leave it out");
            }
            node = words.removeFirst();
        }
        if (words.size() > 1) {
            throw wrong("'" + String.join(" ", words) + "' is more than a place; write one word, as in 'queue at r1"
                    + " eth1', 'drop at r1 rxNoBuffer', and 'at' before a node");
        }
        if (filtered && filter.isEmpty()) {
            throw wrong("'of' is followed by nothing; write a filter behind it, like 'queue at r1 of udp', or leave it"
                    + " out");
        }
        return new Watch.AtStage(stage, node, words.isEmpty() ? "" : words.getFirst(),
                filtered ? Optional.of(filter) : Optional.empty());
    }

    /** Takes the name of a stage off: {@code dma_in}, or as traces have it {@code DMA in}. */
    private Stage stage(List<String> words) {
        for (int length = Math.min(2, words.size()); length > 0; length--) {
            String name = String.join("_", words.subList(0, length));
            for (Stage stage : Stage.values()) {
                if (stage.name().equalsIgnoreCase(name)) {
                    words.subList(0, length).clear();
                    return stage;
                }
            }
        }
        List<String> names = Arrays.stream(Stage.values()).map(WatchText::name).toList();
        throw wrong("'" + text + "' is nothing to wait for; " + Suggestion.among(names).nearest(words.getFirst())
                .map(near -> "did you mean the stage " + near + "?").orElse(LIKE));
    }

    private static String name(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    static void check(Watch watch, Lab lab) {
        List<String> names = lab.nodes().stream().map(Node::name).toList();
        if (!watch.node().isEmpty() && !names.contains(watch.node())) {
            throw wrong("there is no node '" + watch.node() + "' among " + some(names)
                    + Suggestion.among(names).nearest(watch.node()).map(near -> "; did you mean " + near + "?")
                            .orElse(""));
        }
        switch (watch) {
            case Watch.At at when at.time() >= lab.run().until() -> throw wrong("the run ends at "
                    + Quantity.TIME.format(lab.run().until()) + " at the latest; write a time before that");
            case Watch.AtStage stage -> check(stage);
            default -> { }
        }
    }

    private static void check(Watch.AtStage watch) {
        if (watch.stage() == Stage.WIRE) {
            throw wrong("the wire is told of when a frame has arrived; watch dma_out or dma_in");
        }
        if (watch.filter().isEmpty()) {
            return;
        }
        if (watch.stage().compareTo(Stage.QUEUE) < 0 || watch.stage().compareTo(Stage.SOFTIRQ) > 0) {
            throw wrong("a filter is for frames, and at the stage " + name(watch.stage()) + " there is none yet or none"
                    + " any more; watch one from queue to softirq");
        }
        try {
            FrameFilter.of(watch.filter().get());
        } catch (FilterException e) {
            throw wrong("the filter '" + watch.filter().get() + "', " + e.getMessage());
        }
    }

    /** The first names, and how many there are beside them. */
    static String some(List<String> names) {
        String first = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return names.size() <= MOST_NAMES ? first : first + " and " + (names.size() - MOST_NAMES) + " more";
    }

    private static IllegalArgumentException wrong(String sentence) {
        return new IllegalArgumentException(sentence);
    }
}
