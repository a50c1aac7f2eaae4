package org.wirelathe.model.internal.draft;

/** {@code 10.0.1.1/24}. */
record AddressWithPrefix(int address, int prefixLength) {}
