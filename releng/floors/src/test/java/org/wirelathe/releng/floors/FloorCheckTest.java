package org.wirelathe.releng.floors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small tree that is in order, and then one thing wrong with it at a time. */
class FloorCheckTest {
  private static final String API = "org.wirelathe.api.nic;version=\"[1.0,2)\"";

  @TempDir Path root;
  private final List<String> plugins = new ArrayList<>();

  @BeforeEach
  void aTreeInOrder() throws IOException {
    write("releng/floors.txt", """
        # wire < api < every other < model < lab < ui
        floor  org.wirelathe.wire
        floor  org.wirelathe.api
        floor  *
        floor  org.wirelathe.model org.wirelathe.lab
        floor  org.wirelathe.ui
        aside  org.wirelathe.launcher
        """);
    bundle("org.wirelathe.wire", "Export-Package: org.wirelathe.wire;version=\"1.0.0\"");
    bundle("org.wirelathe.api",
        "Import-Package: org.wirelathe.wire;version=\"[1.0,2)\"",
        "Export-Package: org.wirelathe.api.nic;version=\"1.0.0\"");
    bundle("org.wirelathe.nic", "Import-Package: " + API);
    bundle("org.wirelathe.tcp", "Import-Package: " + API);
    bundle("org.wirelathe.model", "Export-Package: org.wirelathe.model;version=\"1.0.0\"");
    bundle("org.wirelathe.lab",
        "Import-Package: " + API + ",org.wirelathe.model;version=\"[1.0,2)\"",
        "Export-Package: org.wirelathe.lab;version=\"1.0.0\"");
    feature("org.wirelathe.stack.feature", plugins);
  }

  @Test
  void anOrderlyTreePasses() throws IOException {
    assertEquals(List.of(), FloorCheck.violations(root));
  }

  @Test
  void aBundleDoesNotImportFromAFloorAbove() throws IOException {
    bundle("org.wirelathe.tcp", "Import-Package: org.wirelathe.lab;version=\"[1.0,2)\"");
    finds("org.wirelathe.tcp", "imports org.wirelathe.lab from org.wirelathe.lab, which is not below it");
  }

  @Test
  void providersDoNotImportEachOther() throws IOException {
    bundle("org.wirelathe.nic", "Import-Package: " + API, "Export-Package: org.wirelathe.nic;version=\"1.0.0\"");
    bundle("org.wirelathe.tcp", "Import-Package: org.wirelathe.nic;version=\"[1.0,2)\"");
    finds("org.wirelathe.nic", "exports org.wirelathe.nic, and a provider that exports cannot be updated",
        "org.wirelathe.tcp", "imports org.wirelathe.nic from org.wirelathe.nic, which is not below it");
  }

  @Test
  void onAFloorWithAnOrderImportsGoOneWay() throws IOException {
    bundle("org.wirelathe.model",
        "Import-Package: org.wirelathe.lab;version=\"[1.0,2)\"",
        "Export-Package: org.wirelathe.model;version=\"1.0.0\"");
    finds("org.wirelathe.model", "imports org.wirelathe.lab from org.wirelathe.lab, which is not below it");
  }

  @Test
  void whatStandsAsideIsImportedByNobody() throws IOException {
    bundle("org.wirelathe.launcher", "Export-Package: org.wirelathe.launcher;version=\"1.0.0\"");
    feature("org.wirelathe.stack.feature", plugins);
    bundle("org.wirelathe.lab", "Import-Package: org.wirelathe.launcher;version=\"[1.0,2)\"");
    finds("org.wirelathe.lab", "imports org.wirelathe.launcher from org.wirelathe.launcher");
  }

  @Test
  void importsComeFromSomewhere() throws IOException {
    bundle("org.wirelathe.tcp", "Import-Package: org.wirelathe.api.nci;version=\"[1.0,2)\"");
    finds("org.wirelathe.tcp", "imports org.wirelathe.api.nci, which no bundle exports");
  }

  @Test
  void ourBundlesAreNotRequired() throws IOException {
    bundle("org.wirelathe.tcp", "Require-Bundle: org.eclipse.core.runtime,org.wirelathe.api;bundle-version=\"1.0.0\"");
    finds("org.wirelathe.tcp", "requires the bundle org.wirelathe.api; import the packages");
  }

  @Test
  void importsHaveARange() throws IOException {
    bundle("org.wirelathe.tcp", "Import-Package: org.wirelathe.api.nic,org.osgi.framework;version=\"1.10\",org.eclipse.swt");
    finds("org.wirelathe.tcp", "imports org.wirelathe.api.nic without a range",
        "org.wirelathe.tcp", "imports org.osgi.framework without a range");
  }

  @Test
  void aProviderExportsNothing() throws IOException {
    bundle("org.wirelathe.tcp", "Export-Package: org.wirelathe.tcp.spi;version=\"1.0.0\"");
    finds("org.wirelathe.tcp", "exports org.wirelathe.tcp.spi, and a provider that exports cannot be updated");
  }

  @Test
  void componentsTakeThePlaceOfActivators() throws IOException {
    bundle("org.wirelathe.tcp", "Bundle-Activator: org.wirelathe.tcp.Activator");
    finds("org.wirelathe.tcp", "has a Bundle-Activator; make it a component");
  }

  @Test
  void exportsHaveAVersion() throws IOException {
    bundle("org.wirelathe.api", "Export-Package: org.wirelathe.api.nic");
    finds("org.wirelathe.api", "exports org.wirelathe.api.nic without a version");
  }

  @Test
  void whatIsForFriendsPromisesNothing() throws IOException {
    bundle("org.wirelathe.model",
        "Export-Package: org.wirelathe.model;version=\"1.0.0\",org.wirelathe.model.internal;x-friends:=\"org.wirelathe.tests.ui\"");
    assertEquals(List.of(), FloorCheck.violations(root));
  }

  @Test
  void aPackageLivesInTheBundleItIsNamedAfter() throws IOException {
    bundle("org.wirelathe.model",
        "Export-Package: org.wirelathe.model;version=\"1.0.0\",org.wirelathe.modelling;version=\"1.0.0\"");
    finds("org.wirelathe.model", "exports org.wirelathe.modelling; a package lives in the bundle");
  }

  @Test
  void theManifestNamesWhatTheFolderPromises() throws IOException {
    write("bundles/org.wirelathe.tcp/META-INF/MANIFEST.MF", """
        Manifest-Version: 1.0
        Bundle-SymbolicName: org.wirelathe.tpc;singleton:=true
        """);
    List<String> violations = FloorCheck.violations(root);
    for (String sentence : List.of("names itself org.wirelathe.tpc; call it org.wirelathe.tcp",
        "lacks the line 'Bundle-RequiredExecutionEnvironment: JavaSE-25'",
        "lacks the line 'Bundle-ActivationPolicy: lazy'")) {
      assertTrue(violations.stream().anyMatch(violation -> violation.contains(sentence)), violations::toString);
    }
  }

  @Test
  void everyBundleIsInAFeatureOnce() throws IOException {
    feature("org.wirelathe.stack.feature", List.of("org.wirelathe.wire", "org.wirelathe.api", "org.wirelathe.nic",
        "org.wirelathe.model", "org.wirelathe.lab", "org.wirelathe.cubic", "org.apache.felix.scr"));
    feature("org.wirelathe.second.feature", List.of("org.wirelathe.nic"));
    finds("org.wirelathe.stack.feature", "names org.wirelathe.nic, which org.wirelathe.second.feature carries already",
        "org.wirelathe.stack.feature", "names org.wirelathe.cubic, and there is no such bundle",
        "features", "none carries org.wirelathe.tcp");
  }

  @Test
  void theHeadlessFeatureStaysHeadless() throws IOException {
    bundle("org.wirelathe.ui");
    feature("org.wirelathe.stack.feature", plugins);
    finds("org.wirelathe.stack.feature", "names org.wirelathe.ui, which needs a display");
  }

  /** Pairs of where and what; there is nothing else to find. */
  private void finds(String... expected) throws IOException {
    List<String> violations = FloorCheck.violations(root);
    assertEquals(expected.length / 2, violations.size(), violations::toString);
    for (int i = 0; i < expected.length; i += 2) {
      String where = expected[i];
      String what = expected[i + 1];
      assertTrue(violations.stream().anyMatch(v -> v.contains(where + "/") && v.contains(": " + what)
          || v.startsWith(where + ": " + what)), () -> what + " is not among " + violations);
    }
  }

  private void bundle(String name, String... headers) throws IOException {
    if (!plugins.contains(name)) {
      plugins.add(name);
    }
    write("bundles/" + name + "/META-INF/MANIFEST.MF", """
        Manifest-Version: 1.0
        Bundle-SymbolicName: %1$s
        Bundle-RequiredExecutionEnvironment: JavaSE-25
        Automatic-Module-Name: %1$s
        Bundle-ActivationPolicy: lazy
        """.formatted(name) + wrapped(headers));
  }

  /** A manifest line ends at 72 bytes, here after each comma. */
  private static String wrapped(String... headers) {
    return String.join("", List.of(headers).stream().map(header -> header.replace(",org", ",\n org") + "\n").toList());
  }

  private void feature(String name, List<String> plugins) throws IOException {
    var xml = new StringBuilder("<feature id=\"" + name + "\">\n");
    plugins.forEach(plugin -> xml.append("  <plugin id=\"" + plugin + "\" version=\"0.0.0\"/>\n"));
    write("features/" + name + "/feature.xml", xml + "</feature>\n");
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
