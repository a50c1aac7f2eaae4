package org.wirelathe.releng.floors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the source tree it is given and prints what breaks the rules; exit status 1 if anything does. */
public final class FloorCheck {
  private FloorCheck() {}

  public static void main(String[] arguments) throws IOException {
    List<String> violations = violations(Path.of(arguments[0]));
    violations.forEach(System.err::println);
    if (!violations.isEmpty()) {
      System.exit(1);
    }
  }

  static List<String> violations(Path root) throws IOException {
    Floors floors = Floors.parse(Files.readAllLines(root.resolve("releng/floors.txt")));
    var bundles = new ArrayList<Bundle>();
    for (Path folder : foldersWith(root.resolve("bundles"), "META-INF/MANIFEST.MF")) {
      bundles.add(Bundle.read(root, folder));
    }
    var features = new ArrayList<Feature>();
    for (Path folder : foldersWith(root.resolve("features"), "feature.xml")) {
      features.add(Feature.read(root, folder));
    }
    var violations = new ArrayList<>(BundleRules.violations(floors, bundles));
    violations.addAll(FeatureRules.violations(floors, bundles, features));
    return violations;
  }

  private static List<Path> foldersWith(Path parent, String file) throws IOException {
    try (Stream<Path> folders = Files.list(parent)) {
      return folders.filter(folder -> Files.exists(folder.resolve(file))).sorted().toList();
    }
  }
}
