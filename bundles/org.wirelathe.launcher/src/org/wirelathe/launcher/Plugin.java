package org.wirelathe.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.eclipse.osgi.util.ManifestElement;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/**
 * What a bundle's manifest says about its place among the others. Packages of the JDK and optional needs are
 * left out.
 *
 * @param acts whether something happens when it is started: it has an activator or components
 */
record Plugin(
    String name, Version version, Path file, Set<String> imports, Set<String> requires, Set<String> exports, boolean acts) {

  private static final String SERVICE_COMPONENT = "Service-Component";

  /** Empty if the file is no bundle. */
  static Optional<Plugin> of(Path file) throws IOException, BundleException {
    Optional<Map<String, String>> manifest = manifest(file);
    return manifest.isPresent() ? of(file, manifest.get()) : Optional.empty();
  }

  static Optional<Plugin> of(Path file, Map<String, String> written) throws BundleException {
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(written);
    ManifestElement[] name = elements(headers, Constants.BUNDLE_SYMBOLICNAME);
    if (name.length == 0) {
      return Optional.empty();
    }
    return Optional.of(new Plugin(
        name[0].getValue(),
        Version.parseVersion(headers.get(Constants.BUNDLE_VERSION)),
        file,
        needed(headers, Constants.IMPORT_PACKAGE),
        needed(headers, Constants.REQUIRE_BUNDLE),
        named(elements(headers, Constants.EXPORT_PACKAGE)),
        headers.containsKey(Constants.BUNDLE_ACTIVATOR) || headers.containsKey(SERVICE_COMPONENT)));
  }

  Plugin newer(Plugin other) {
    return version.compareTo(other.version) >= 0 ? this : other;
  }

  private static Set<String> needed(Map<String, String> headers, String header) throws BundleException {
    var needed = new LinkedHashSet<String>();
    for (ManifestElement element : elements(headers, header)) {
      String resolution = element.getDirective(Constants.RESOLUTION_DIRECTIVE);
      if (!Constants.RESOLUTION_OPTIONAL.equals(resolution)) {
        needed.addAll(Set.of(element.getValueComponents()));
      }
    }
    return needed;
  }

  private static Set<String> named(ManifestElement[] elements) {
    var names = new LinkedHashSet<String>();
    for (ManifestElement element : elements) {
      names.addAll(Set.of(element.getValueComponents()));
    }
    return names;
  }

  private static ManifestElement[] elements(Map<String, String> headers, String header) throws BundleException {
    ManifestElement[] elements = ManifestElement.parseHeader(header, headers.get(header));
    return elements == null ? new ManifestElement[0] : elements;
  }

  private static Optional<Map<String, String>> manifest(Path file) throws IOException, BundleException {
    if (Files.isDirectory(file)) {
      Path manifest = file.resolve("META-INF/MANIFEST.MF");
      return Files.exists(manifest) ? Optional.of(parse(Files.newInputStream(manifest))) : Optional.empty();
    }
    if (!file.toString().endsWith(".jar")) {
      return Optional.empty();
    }
    try (var jar = new ZipFile(file.toFile())) {
      var entry = jar.getEntry("META-INF/MANIFEST.MF");
      return entry == null ? Optional.empty() : Optional.of(parse(jar.getInputStream(entry)));
    }
  }

  private static Map<String, String> parse(InputStream manifest) throws IOException, BundleException {
    return ManifestElement.parseBundleManifest(manifest, null);
  }
}
