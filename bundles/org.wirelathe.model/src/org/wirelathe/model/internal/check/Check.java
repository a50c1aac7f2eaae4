package org.wirelathe.model.internal.check;

/** Looks for one kind of problem. */
@FunctionalInterface
interface Check {
    void check(Context in);
}
