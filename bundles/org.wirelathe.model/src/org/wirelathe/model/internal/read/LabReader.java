package org.wirelathe.model.internal.read;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.wirelathe.model.ParseResult;
import org.wirelathe.model.Vocabulary;
import org.wirelathe.model.internal.yaml.TreeSource;
import org.wirelathe.model.internal.yaml.YamlText;

/** Makes a lab of a tree. */
public final class LabReader {
    private LabReader() {
    }

    public static ParseResult read(YamlText yaml, String fileName, Vocabulary vocabulary, Optional<Path> folder) {
        return new ParseResult(Optional.empty(), List.of(), new TreeSource(yaml.root()));
    }
}
