package org.wirelathe.model.internal.draft;

import org.wirelathe.model.Queue;

/** What a queue holds. */
record Limit(long amount, Queue.Unit unit) {}
