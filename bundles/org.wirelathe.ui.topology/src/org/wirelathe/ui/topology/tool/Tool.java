package org.wirelathe.ui.topology.tool;

/** A gesture: what the first button does while this tool is chosen. */
public interface Tool {
    /** How the pointer looks. */
    enum Hint {
        POINT,
        HOLD,
        WIRE,
        PLACE,
        PAN,
        REFUSE
    }

    /** The button goes down. */
    void down(Pointer pointer);

    /** The pointer moves, with the button up or down. */
    void move(Pointer pointer);

    /** The button goes up. There may have been no {@link #move} to that place. */
    void up(Pointer pointer);

    /** True while something is half done that {@link #cancel} would give up. */
    boolean busy();

    /** Gives up what is half done. */
    void cancel();

    /** How the pointer is to look now. */
    Hint hint();
}
