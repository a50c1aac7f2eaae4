package org.wirelathe.sim;

/**
 * The best of two structures, in exact order: a heap alone while there are few events; when there are many, a timing
 * wheel for those that lie ahead and the heap for the slot that is due.
 *
 * <p>The heap holds everything up to {@link #last}, and is filled from the wheel whenever it runs dry: so it always
 * holds the first event, and while there are few events the wheel costs one comparison.
 */
final class AdaptiveQueue extends QuaternaryHeap {
    /** Fewer events than this in the wheel when the heap has run dry: the heap alone is faster. */
    static final int FEW = 128;

    /** At least so many events in the heap alone: the wheel is faster. */
    static final int MANY = 1024;

    /** With at least so many events in the wheel, what stands behind each has left the cache when it is due. */
    static final int COLD = 1 << 16;

    private TimingWheel wheel;
    private Preview preview = (entries, count) -> { };
    /** Events in the wheel. */
    private int ahead;
    /** The last time that goes to the heap; the largest there is while the wheel is not in use. */
    private long last = Long.MAX_VALUE;

    @Override
    public void add(long time, long key) {
        if (time > last) {
            wheel.add(time, key);
            ahead++;
        } else if (isFull() && last == Long.MAX_VALUE && super.size() >= MANY) {
            spread();
            add(time, key);
        } else {
            insert(time, key);
        }
    }

    private void spread() {
        if (wheel == null) {
            wheel = new TimingWheel();
        }
        int before = super.size();
        last = wheel.start(firstTime());
        moveLaterThan(last, wheel);
        ahead = before - super.size();
    }

    /** Fills the heap, which has run dry, from the wheel. */
    private void fill() {
        if (ahead >= FEW) {
            last = wheel.next(this);
            ahead = wheel.size();
            if (ahead >= COLD) {
                show(preview);
            }
        } else {
            last = Long.MAX_VALUE;
            if (ahead > 0) {
                wheel.pour(this);
                ahead = 0;
            }
        }
    }

    @Override
    public void preview(Preview preview) {
        this.preview = preview;
    }

    @Override
    public int size() {
        return super.size() + ahead;
    }

    @Override
    public void removeFirst() {
        super.removeFirst();
        if (isEmpty()) {
            fill();
        }
    }

    @Override
    public void replaceFirst(long time, long key) {
        if (time > last) {
            wheel.add(time, key);
            ahead++;
            removeFirst();
        } else {
            super.replaceFirst(time, key);
        }
    }
}
