package org.wirelathe.model.internal.read;

/** {@code 10.0.1.1/24}. */
record AddressWithPrefix(int address, int prefixLength) {}
