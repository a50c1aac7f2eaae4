package org.wirelathe.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleException;

class InstallationTest {
  private static final List<String> ALWAYS = List.of(
      "org.apache.felix.scr", "org.eclipse.equinox.app", "org.eclipse.equinox.common");

  private final List<Plugin> plugins = new ArrayList<>();

  @BeforeEach
  void platform() throws BundleException {
    plugin("org.eclipse.osgi", Map.of("Export-Package", "org.osgi.framework,org.osgi.util.tracker"));
    plugin("org.eclipse.equinox.common", Map.of("Bundle-Activator", "a.A"));
    plugin("org.eclipse.equinox.app", Map.of("Require-Bundle", "org.eclipse.equinox.common"));
    plugin("org.apache.felix.scr", Map.of("Import-Package", "org.osgi.framework,org.osgi.service.cm;resolution:=optional"));
    plugin("org.apache.felix.configadmin", Map.of("Export-Package", "org.osgi.service.cm"));
    plugin("org.eclipse.swt", Map.of("Export-Package", "org.eclipse.swt.widgets"));
    plugin("org.eclipse.ui", Map.of("Require-Bundle", "org.eclipse.swt"));
  }

  @Test
  void whatIsOptionalStaysOut() {
    assertEquals(ALWAYS, headless());
  }

  @Test
  void oursComesWithWhatItImportsAndRequires() throws BundleException {
    plugin("org.wirelathe.lab", Map.of("Import-Package", "de.siegmar.fastcsv.writer;version=\"[4.4,5)\",java.util"));
    plugin("de.siegmar.fastcsv", Map.of("Export-Package", "de.siegmar.fastcsv.reader,de.siegmar.fastcsv.writer"));
    plugin("picocli", Map.of("Export-Package", "picocli"));
    assertEquals(with("de.siegmar.fastcsv", "org.wirelathe.lab"), headless());
  }

  @Test
  void aPlugInOfSomebodyElseIsFoundByTheApiItImports() throws BundleException {
    plugin("com.example.cubic", Map.of("Import-Package", "org.wirelathe.api.congestion"));
    plugin("com.example.other", Map.of("Import-Package", "org.osgi.framework"));
    assertEquals(with("com.example.cubic"), headless());
  }

  @Test
  void whatNeedsAWindowStaysOutHoweverIndirectly() throws BundleException {
    plugin("org.wirelathe.ui", Map.of("Require-Bundle", "org.eclipse.ui", "Export-Package", "org.wirelathe.ui"));
    plugin("org.wirelathe.ui.topology", Map.of("Import-Package", "org.wirelathe.ui"));
    plugin("com.example.chart", Map.of("Import-Package", "org.wirelathe.api.probe,org.eclipse.swt.widgets"));
    assertEquals(ALWAYS, headless());
  }

  @Test
  void ofTwoVersionsTheNewerCounts() throws BundleException {
    plugins.add(plugin("org.wirelathe.tcp", "1.2.0", Map.of()));
    plugins.add(plugin("org.wirelathe.tcp", "1.10.0", Map.of()));
    plugins.add(plugin("org.wirelathe.tcp", "1.9.0", Map.of()));
    Plugin tcp = new Installation(plugins).headless().getLast();
    assertEquals("1.10.0", tcp.version().toString());
  }

  private List<String> headless() {
    return new Installation(plugins).headless().stream().map(Plugin::name).toList();
  }

  private static List<String> with(String... names) {
    var all = new ArrayList<>(ALWAYS);
    all.addAll(List.of(names));
    return all.stream().sorted().toList();
  }

  private void plugin(String name, Map<String, String> headers) throws BundleException {
    plugins.add(plugin(name, "1.0.0", headers));
  }

  private static Plugin plugin(String name, String version, Map<String, String> headers) throws BundleException {
    var manifest = new HashMap<>(headers);
    manifest.put("Bundle-SymbolicName", name + ";singleton:=true");
    manifest.put("Bundle-Version", version);
    return Plugin.of(Path.of("/plugins/" + name + "_" + version + ".jar"), manifest).orElseThrow();
  }
}
