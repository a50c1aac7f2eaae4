package org.wirelathe.releng.floors;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/**
 * A bundle as its manifest declares it.
 *
 * @param folder the name of the folder it lives in
 * @param file the manifest, relative to the root of the source tree
 */
record Bundle(String folder, Path file, Attributes headers) {

  static Bundle read(Path root, Path folder) throws IOException {
    Path manifest = folder.resolve("META-INF/MANIFEST.MF");
    return of(folder.getFileName().toString(), root.relativize(manifest), Files.readString(manifest));
  }

  static Bundle of(String folder, Path file, String manifest) throws IOException {
    var bytes = new ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8));
    return new Bundle(folder, file, new Manifest(bytes).getMainAttributes());
  }

  String name() {
    return clauses("Bundle-SymbolicName").stream().map(Clause::name).findFirst().orElse("");
  }

  String value(String header) {
    return headers.getValue(header);
  }

  List<Clause> imports() {
    return clauses("Import-Package");
  }

  List<Clause> exports() {
    return clauses("Export-Package");
  }

  List<Clause> clauses(String header) {
    return Clause.parse(value(header));
  }
}
