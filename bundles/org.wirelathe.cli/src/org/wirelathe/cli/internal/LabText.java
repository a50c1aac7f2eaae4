package org.wirelathe.cli.internal;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wirelathe.lab.LabException;
import org.wirelathe.model.Lab;
import org.wirelathe.model.Problem;
import org.wirelathe.model.SourceMap;
import org.wirelathe.model.Span;
import org.wirelathe.model.Vocabulary;
import org.wirelathe.model.edit.LabDocument;

/** A lab file as it was typed on the command line. */
public final class LabText {
    private final String name;
    private final Path file;
    private final LabDocument document;

    /** @param name the file's name as it was typed; problems carry it */
    public LabText(String name, Vocabulary vocabulary) throws UsageException {
        this.name = name;
        file = path(name);
        document = new LabDocument(read(name, file), name, vocabulary, Optional.of(folder()));
    }

    private static Path path(String name) throws UsageException {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new UsageException("'" + name + "' is no name of a file");
        }
    }

    private static String read(String name, Path file) throws UsageException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new UsageException("cannot read " + name + ": no such file");
        } catch (AccessDeniedException e) {
            throw new UsageException("cannot read " + name + ": permission denied");
        } catch (CharacterCodingException e) {
            throw new UsageException("cannot read " + name + ": it is not UTF-8 text");
        } catch (IOException e) {
            throw new UsageException("cannot read " + name + ": "
                    + (Files.isDirectory(file) ? "it is a folder" : e.getMessage()));
        }
    }

    /** The file's name as it was typed. */
    String name() {
        return name;
    }

    /** The folder that the lab's input files are relative to. */
    public Path folder() {
        return file.toAbsolutePath().getParent();
    }

    /** {@code first-transfer} for {@code labs/first-transfer.yaml}. */
    String shortName() {
        String last = file.getFileName().toString();
        int dot = last.lastIndexOf('.');
        return dot > 0 ? last.substring(0, dot) : last;
    }

    LabDocument document() {
        return document;
    }

    List<Problem> problems() {
        return document.problems();
    }

    /** The lab. @throws UsageException with every error, when there are any */
    public Lab sound() throws UsageException {
        List<Problem> errors = problems().stream().filter(Problem::isError).toList();
        if (!errors.isEmpty()) {
            throw new UsageException(errors.stream().map(Problem::toString).collect(Collectors.joining("\n")), true);
        }
        return document.lab().orElseThrow();
    }

    /** {@code file:line:column: message}, as near to the trouble as can be told; without a place the message alone. */
    public UsageException placed(LabException trouble) {
        Optional<Span> span = nearest(document.source(), trouble.path());
        if (span.isEmpty()) {
            return new UsageException(trouble.getMessage());
        }
        String before = document.text().substring(0, span.get().offset());
        long line = 1 + before.chars().filter(c -> c == '\n').count();
        int column = before.length() - before.lastIndexOf('\n');
        return new UsageException(name + ":" + line + ":" + column + ": " + trouble.getMessage(), true);
    }

    private static Optional<Span> nearest(SourceMap source, List<Object> path) {
        for (int length = path.size(); length > 0; length--) {
            Optional<Span> span = source.span(path.subList(0, length).toArray());
            if (span.isPresent()) {
                return span;
            }
        }
        return Optional.empty();
    }
}
