package org.wirelathe.model;

import java.nio.file.Path;
import java.util.Optional;
import org.wirelathe.model.internal.read.LabReader;
import org.wirelathe.model.internal.yaml.YamlReader;

/** The lab file format: YAML 1.2, one lab in a file. */
public final class LabFile {
    private LabFile() {}

    /**
     * Reads a lab without looking at other files.
     *
     * @param text the content of the file; any text at all, the result tells what is wrong with it
     * @param fileName the name that problems carry
     * @param vocabulary the plug-ins that the lab may name
     */
    public static ParseResult parse(String text, String fileName, Vocabulary vocabulary) {
        return parse(text, fileName, vocabulary, Optional.empty());
    }

    /**
     * Reads a lab.
     *
     * @param text the content of the file; any text at all, the result tells what is wrong with it
     * @param fileName the name that problems carry
     * @param vocabulary the plug-ins that the lab may name
     * @param folder where the files are that the lab reads, usually the lab file's own folder;
     *     without it nobody looks whether they exist
     */
    public static ParseResult parse(
            String text, String fileName, Vocabulary vocabulary, Optional<Path> folder) {
        return LabReader.read(YamlReader.read(text), fileName, vocabulary, folder).result();
    }
}
