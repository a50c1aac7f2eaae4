package org.wirelathe.queue;

/** Flows that have something to send, or had it this round, in order. A flow stands in one list at most. */
final class FlowList {
    private Flow first;
    private Flow last;
    private int length;

    Flow first() {
        return first;
    }

    void add(Flow flow) {
        flow.next = null;
        flow.listed = true;
        if (first == null) {
            first = flow;
        } else {
            last.next = flow;
        }
        last = flow;
        length++;
    }

    int length() {
        return length;
    }

    Flow removeFirst() {
        Flow flow = first;
        first = flow.next;
        flow.next = null;
        flow.listed = false;
        length--;
        return flow;
    }

    void clear() {
        while (first != null) {
            removeFirst();
        }
    }
}
