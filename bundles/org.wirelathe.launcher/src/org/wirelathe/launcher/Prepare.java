package org.wirelathe.launcher;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.osgi.framework.BundleException;

/** Writes what {@link Headless} starts from: {@code Prepare LAUNCHER PRODUCT FOLDER}. */
public final class Prepare {
  private static final String APPLICATION = "org.wirelathe.cli.app";

  /** The component runtime and the extension registry first, our bundles when they are there. */
  private static final int GROUND = 2;
  private static final int OURS = 4;

  /** Started by who needs it: a run does without the shell's interpreter. */
  private static final Set<String> WHEN_ASKED = Set.of("org.apache.felix.gogo.runtime");

  private Prepare() {}

  public static void main(String[] arguments) throws IOException, BundleException {
    Path launcher = Path.of(arguments[0]);
    Path product = Path.of(arguments[1]);
    Path folder = Path.of(arguments[2]);
    var installation = Installation.of(product.resolve("plugins"));
    Files.createDirectories(Headless.shared(folder));
    makeExecutable(installation.framework().file(), launcher, folder.resolve("headless.jar"));
    try (OutputStream out = Files.newOutputStream(Headless.shared(folder).resolve("config.ini"))) {
      configuration(product, installation.headless()).store(out, null);
    }
  }

  static Properties configuration(Path product, List<Plugin> bundles) {
    var properties = new Properties();
    properties.setProperty("osgi.install.area", product.toUri().toString());
    properties.setProperty("osgi.bundles", bundles.stream().map(Prepare::entry).collect(Collectors.joining(",")));
    properties.setProperty("osgi.bundles.defaultStartLevel", Integer.toString(OURS));
    properties.setProperty("eclipse.application", APPLICATION);
    return properties;
  }

  private static String entry(Plugin plugin) {
    String reference = "reference:" + plugin.file().toUri();
    if (!plugin.acts() || WHEN_ASKED.contains(plugin.name())) {
      return reference;
    }
    boolean ground = plugin.name().startsWith("org.eclipse.") || plugin.name().startsWith("org.apache.");
    return reference + "@" + (ground ? GROUND : OURS) + ":start";
  }

  /**
   * Makes one executable jar of the framework and the launcher. The framework goes in without its signatures:
   * the JVM shares no class of a signed jar between processes, and the framework's classes are most of what a
   * short run loads. Native access is granted here and not on the command line, where it would keep the JVM
   * from taking its modules from the archive.
   */
  static void makeExecutable(Path framework, Path launcher, Path executable) throws IOException {
    try (var jar = new JarFile(framework.toFile(), false);
        var out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(executable)))) {
      out.putNextEntry(new ZipEntry(JarFile.MANIFEST_NAME));
      manifest(jar.getManifest(), launcher).write(out);
      for (JarEntry entry : Collections.list(jar.entries())) {
        if (entry.getName().equals(JarFile.MANIFEST_NAME) || isSignature(entry.getName())) {
          continue;
        }
        out.putNextEntry(new ZipEntry(entry.getName()));
        try (var in = jar.getInputStream(entry)) {
          in.transferTo(out);
        }
      }
    }
  }

  /** The framework reads its own manifest, so that stays; the digests that go with a signature do not. */
  private static Manifest manifest(Manifest framework, Path launcher) {
    var manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.putAll(framework.getMainAttributes());
    attributes.put(Attributes.Name.MAIN_CLASS, Headless.class.getName());
    attributes.put(Attributes.Name.CLASS_PATH, launcher.toUri().toString());
    attributes.put(new Attributes.Name("Enable-Native-Access"), "ALL-UNNAMED");
    return manifest;
  }

  private static boolean isSignature(String entry) {
    String name = entry.toUpperCase(Locale.ROOT);
    return name.startsWith("META-INF/")
        && (name.endsWith(".SF") || name.endsWith(".RSA") || name.endsWith(".DSA") || name.endsWith(".EC"));
  }
}
