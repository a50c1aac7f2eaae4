package org.wirelathe.model.internal.yaml;

/** Text that is no YAML, or YAML that a lab file does not use; offsets are UTF-16 indices. */
public record SyntaxProblem(int offset, int length, String code, String message) {}
