package org.wirelathe.lab.internal.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wirelathe.api.app.ByteSink;
import org.wirelathe.api.app.ByteSource;
import org.wirelathe.api.app.ParameterException;
import org.wirelathe.api.time.RandomStream;
import org.wirelathe.lab.internal.io.FileInlet;
import org.wirelathe.lab.internal.io.HashingSink;
import org.wirelathe.lab.internal.io.IoSentences;
import org.wirelathe.lab.internal.io.IoSentences.Doing;
import org.wirelathe.lab.internal.io.ReadAhead;
import org.wirelathe.lab.internal.io.SeededInlet;
import org.wirelathe.lab.internal.io.Workers;
import org.wirelathe.model.Driver;
import org.wirelathe.model.Quantity;

/** The bytes that applications send and save: files of the run, and data from its seed. */
public final class AppFiles {
    private final Workers workers;
    private final Path inputs;
    private final Optional<Path> results;
    private final Set<Path> saved = new LinkedHashSet<>();
    private final List<ByteSource> sources = new ArrayList<>();
    private final List<ByteSink> sinks = new ArrayList<>();

    public AppFiles(Workers workers, Path inputs, Optional<Path> results) {
        this.workers = workers;
        this.inputs = inputs;
        this.results = results;
    }

    /** The folder of the files that the lab reads. */
    Path inputs() {
        return inputs;
    }

    /** All of a file for a driver. */
    byte[] content(String name) throws ParameterException {
        Path file = resolve(inputs, name);
        try {
            if (Files.size(file) > Driver.LARGEST_FILE) {
                throw new ParameterException(file + " is larger than " + Quantity.SIZE.format(Driver.LARGEST_FILE)
                        + ", the most that a driver works from: cut it");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ParameterException(IoSentences.cannot(new Doing("read", file), e));
        }
    }

    ByteSource file(String name) throws ParameterException {
        Path file = resolve(inputs, name);
        if (Files.isDirectory(file)) {
            throw new ParameterException("cannot read " + file + ": it is a folder; name a file");
        }
        try {
            FileInlet inlet = new FileInlet(file);
            return source(new ReadAhead(workers, inlet, inlet.size()));
        } catch (IOException e) {
            throw new ParameterException(IoSentences.cannot(new Doing("read", file), e));
        }
    }

    ByteSource seeded(RandomStream numbers, long bytes) {
        return source(new ReadAhead(workers, new SeededInlet(numbers), bytes));
    }

    private ByteSource source(ByteSource source) {
        sources.add(source);
        return source;
    }

    ByteSink save(String name) throws ParameterException {
        if (name == null || results.isEmpty()) {
            return sink(new HashingSink(workers, null));
        }
        Path folder = results.get().normalize();
        Path file = resolve(folder, name).normalize();
        if (!file.startsWith(folder) || file.equals(folder)) {
            throw new ParameterException("'" + name + "' lies outside of the results; write a plain file name");
        }
        if (!saved.add(file)) {
            throw new ParameterException("'" + name + "' is saved twice; give each application a name of its own");
        }
        return sink(new HashingSink(workers, file));
    }

    /** The files that applications save, in the order in which they named them. */
    public List<Path> saved() {
        return List.copyOf(saved);
    }

    private ByteSink sink(ByteSink sink) {
        sinks.add(sink);
        return sink;
    }

    private static Path resolve(Path folder, String name) throws ParameterException {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException e) {
            throw new ParameterException("'" + name + "' is not a file name; write one like data.bin");
        }
    }

    /** Closes what applications left open, and waits until every byte is where it belongs. */
    public void close() {
        sources.forEach(ByteSource::close);
        sinks.forEach(ByteSink::close);
        sources.forEach(ByteSource::sha256); // which is known when the end has been reached
        sinks.forEach(ByteSink::sha256);
        sources.clear();
        sinks.clear();
    }
}
