package org.wirelathe.model.internal.yaml;

import java.util.List;
import java.util.Set;

/**
 * What a text says as YAML.
 *
 * @param text the text
 * @param lines its lines
 * @param root the top of the tree; a table even when the text has none
 * @param problems everything that kept parts of the text out of the tree
 * @param damaged the keys of the top table whose contents are not complete in the tree
 * @param whole true when nothing at all was left out
 */
public record YamlText(
        String text,
        LineMap lines,
        Yaml root,
        List<SyntaxProblem> problems,
        Set<String> damaged,
        boolean whole) {}
