package org.wirelathe.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleException;

class PrepareTest {
  @TempDir Path folder;

  @Test
  void theExecutableHoldsTheFrameworkWithoutItsSignature() throws IOException {
    Path framework = folder.resolve("framework.jar");
    var signed = new Manifest();
    signed.getMainAttributes().putValue("Manifest-Version", "1.0");
    signed.getMainAttributes().putValue("Bundle-SymbolicName", "org.eclipse.osgi");
    signed.getEntries().put("A.class", new Attributes());
    try (var jar = new JarOutputStream(Files.newOutputStream(framework), signed)) {
      for (String name : List.of("META-INF/ECLIPSE_.SF", "META-INF/ECLIPSE_.RSA", "META-INF/services/x.Y", "A.class")) {
        jar.putNextEntry(new JarEntry(name));
        jar.write(name.getBytes());
      }
    }

    Path executable = folder.resolve("headless.jar");
    Prepare.makeExecutable(framework, Path.of("/p/launcher.jar"), executable);

    try (var jar = new JarFile(executable.toFile())) {
      assertEquals(List.of("META-INF/MANIFEST.MF", "META-INF/services/x.Y", "A.class"),
          jar.stream().map(JarEntry::getName).toList());
      assertEquals("A.class", new String(jar.getInputStream(jar.getEntry("A.class")).readAllBytes()));
      assertEquals(Map.of(), jar.getManifest().getEntries());
      var main = jar.getManifest().getMainAttributes();
      assertEquals("org.eclipse.osgi", main.getValue("Bundle-SymbolicName"));
      assertEquals("org.wirelathe.launcher.Headless", main.getValue("Main-Class"));
      assertEquals("file:///p/launcher.jar", main.getValue("Class-Path"));
    }
  }

  @Test
  void onlyWhatActsIsStartedTheGroundFirstAndTheShellNotAtAll() throws BundleException {
    var bundles = List.of(
        plugin("org.apache.felix.scr", "Bundle-Activator", "a.A"),
        plugin("picocli", "Export-Package", "picocli"),
        plugin("org.apache.felix.gogo.runtime", "Bundle-Activator", "a.A"),
        plugin("org.wirelathe.tcp", "Service-Component", "OSGI-INF/tcp.xml"));
    assertEquals(
        "reference:file:///p/org.apache.felix.scr.jar@2:start,"
            + "reference:file:///p/picocli.jar,"
            + "reference:file:///p/org.apache.felix.gogo.runtime.jar,"
            + "reference:file:///p/org.wirelathe.tcp.jar@4:start",
        Prepare.configuration(Path.of("/p"), bundles).getProperty("osgi.bundles"));
  }

  private static Plugin plugin(String name, String header, String value) throws BundleException {
    return Plugin.of(Path.of("/p/" + name + ".jar"),
        Map.of("Bundle-SymbolicName", name, "Bundle-Version", "1.0.0", header, value)).orElseThrow();
  }
}
