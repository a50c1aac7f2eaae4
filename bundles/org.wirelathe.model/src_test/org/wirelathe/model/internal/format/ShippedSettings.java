package org.wirelathe.model.internal.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wirelathe.model.AppSchema;
import org.wirelathe.model.Repository;
import org.wirelathe.model.ValueType;

/**
 * What can be set on the queues and drivers that come with the lab. The services say so; the tests
 * of whole labs hold the file to them.
 */
final class ShippedSettings {
    private static final Path FILE =
            Repository.file("bundles/org.wirelathe.model/src_test/org/wirelathe/model/settings.txt");

    private ShippedSettings() {}

    /** By the discipline's name. */
    static Map<String, List<AppSchema.Parameter>> queues() {
        return of("queue");
    }

    /** By the driver's name. */
    static Map<String, List<AppSchema.Parameter>> drivers() {
        return of("driver");
    }

    private static Map<String, List<AppSchema.Parameter>> of(String kind) {
        Map<String, List<AppSchema.Parameter>> all = new TreeMap<>();
        for (String line : lines()) {
            String[] columns = line.split(" \\| ");
            if (columns[0].equals(kind)) {
                List<AppSchema.Parameter> own =
                        all.computeIfAbsent(columns[1], name -> new ArrayList<>());
                if (columns.length > 2) {
                    own.add(parameter(columns));
                }
            }
        }
        return all;
    }

    private static AppSchema.Parameter parameter(String[] columns) {
        return new AppSchema.Parameter(
                columns[2],
                ValueType.valueOf(columns[3]),
                columns[4].equals("required"),
                Long.parseLong(columns[5]),
                Long.parseLong(columns[6]),
                columns[7],
                columns[8]);
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
