package org.wirelathe.api.probe;

/**
 * A number that grows, counted where things happen; belongs to the loop's thread. It goes back only for what is undone: a
 * frame that a card has called back from the line has not been sent.
 */
public final class Counter {
    private final String name;
    private long value;

    public Counter(String name) {
        this.name = name;
    }

    /** Field-standard name, e.g. {@code ipInDiscards} or {@code rxNoBuffer}. */
    public String name() {
        return name;
    }

    public long value() {
        return value;
    }

    public void increment() {
        value++;
    }

    public void add(long amount) {
        value += amount;
    }
}
