package org.wirelathe.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.core.runtime.adaptor.EclipseStarter;

/**
 * Runs the headless application; its result is the exit status.
 *
 * <p>The prepared configuration is shared and only read. What this process writes (a bundle that was dropped
 * in, a log) goes to a configuration of its own that sees through to the shared one and ends with the process:
 * any number of them run side by side.
 */
public final class Headless {
  /** The folder that {@link Prepare} filled. */
  static final String PREPARED = "wirelathe.prepared";

  /** When true, the prepared configuration itself is started, so that it keeps what the framework worked out. */
  static final String TRAINING = "wirelathe.training";

  private Headless() {}

  public static void main(String[] arguments) throws Exception {
    Path prepared = Path.of(System.getProperty(PREPARED));
    var properties = new HashMap<String, String>();
    System.getProperties().forEach((name, value) -> properties.put((String) name, (String) value));
    properties.put("osgi.noShutdown", "false");
    properties.put("osgi.instance.area", "@none");
    properties.put("osgi.user.area", "@none");
    properties.put("eclipse.consoleLog", "true");
    if (Boolean.getBoolean(TRAINING)) {
      properties.put("osgi.configuration.area", uri(shared(prepared)));
    } else {
      shareConfiguration(properties, prepared);
    }
    EclipseStarter.setInitialProperties(properties);
    Object result = EclipseStarter.run(arguments, null);
    System.exit(result instanceof Integer status ? status : 0);
  }

  static Path shared(Path prepared) {
    return prepared.resolve("configuration");
  }

  private static void shareConfiguration(Map<String, String> properties, Path prepared) throws IOException {
    Path processes = prepared.resolve("processes");
    removeThoseOfTheDead(processes);
    Path own = Files.createDirectories(processes.resolve(Long.toString(ProcessHandle.current().pid())));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(own)));
    properties.put("osgi.configuration.area", uri(own));
    properties.put("osgi.sharedConfiguration.area", uri(shared(prepared)));
    properties.put("osgi.configuration.cascaded", "true");
  }

  /** A process that was killed could not clear its own folder. */
  private static void removeThoseOfTheDead(Path processes) throws IOException {
    if (!Files.isDirectory(processes)) {
      return;
    }
    try (var folders = Files.newDirectoryStream(processes)) {
      for (Path folder : folders) {
        if (ProcessHandle.of(Long.parseLong(folder.getFileName().toString())).isEmpty()) {
          remove(folder);
        }
      }
    }
  }

  /** Best effort: another process may be clearing the same folder, and what stays is cleared by the next one. */
  private static void remove(Path folder) {
    try (var tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      return;
    }
  }

  private static String uri(Path folder) {
    return folder.toUri().toString();
  }
}
