package org.wirelathe.model.internal.read;

import org.wirelathe.model.Queue;

/** What a queue holds. */
record Limit(long amount, Queue.Unit unit) {}
