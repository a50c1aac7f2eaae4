package org.wirelathe.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.framework.BundleException;

/** The bundles of one {@code plugins} folder, and which of them a command line needs. */
final class Installation {
  private static final String OURS = "org.wirelathe.";
  private static final String OUR_API = "org.wirelathe.api.";

  /** Nobody imports these: the component runtime and what makes an application of a class. */
  private static final Set<String> ALWAYS = Set.of("org.apache.felix.scr", "org.eclipse.equinox.app");

  /** Whoever needs one of these is part of the workbench. */
  private static final Set<String> WORKBENCH = Set.of("org.eclipse.swt", "org.eclipse.ui", "org.eclipse.ui.workbench");

  private static final String FRAMEWORK = "org.eclipse.osgi";
  private static final String LAUNCHER = "org.wirelathe.launcher";

  private final Map<String, Plugin> byName = new HashMap<>();
  private final Map<String, Plugin> byPackage = new HashMap<>();

  Installation(Collection<Plugin> plugins) {
    for (Plugin plugin : plugins) {
      byName.merge(plugin.name(), plugin, Plugin::newer);
    }
    for (Plugin plugin : byName.values()) {
      for (String exported : plugin.exports()) {
        byPackage.merge(exported, plugin, Installation::preferred);
      }
    }
  }

  static Installation of(Path plugins) throws IOException, BundleException {
    var found = new ArrayList<Plugin>();
    try (Stream<Path> files = Files.list(plugins)) {
      for (Path file : files.sorted().toList()) {
        Plugin.of(file).ifPresent(found::add);
      }
    }
    return new Installation(found);
  }

  Plugin framework() {
    return Optional.ofNullable(byName.get(FRAMEWORK))
        .orElseThrow(() -> new IllegalStateException("no " + FRAMEWORK + " in the plugins folder"));
  }

  /** Our bundles and those made for our API, with all they need; without the workbench. In order of name. */
  List<Plugin> headless() {
    var chosen = new HashSet<Plugin>();
    for (Plugin plugin : byName.values()) {
      if (!isRoot(plugin)) {
        continue;
      }
      Set<Plugin> needed = closure(plugin);
      if (needed.stream().noneMatch(other -> WORKBENCH.contains(other.name()))) {
        chosen.addAll(needed);
      }
    }
    chosen.removeIf(plugin -> plugin.name().equals(FRAMEWORK));
    return chosen.stream().sorted((a, b) -> a.name().compareTo(b.name())).toList();
  }

  private static boolean isRoot(Plugin plugin) {
    return ALWAYS.contains(plugin.name())
        || plugin.name().startsWith(OURS) && !plugin.name().equals(LAUNCHER)
        || plugin.imports().stream().anyMatch(name -> name.startsWith(OUR_API));
  }

  private Set<Plugin> closure(Plugin root) {
    var reached = new LinkedHashSet<Plugin>();
    var open = new ArrayDeque<Plugin>(List.of(root));
    while (!open.isEmpty()) {
      Plugin plugin = open.pop();
      if (!reached.add(plugin)) {
        continue;
      }
      plugin.imports().stream().map(byPackage::get).filter(other -> other != null).forEach(open::push);
      plugin.requires().stream().map(byName::get).filter(other -> other != null).forEach(open::push);
    }
    return reached;
  }

  /** The framework exports much of what the OSGi companion jars carry too; what it has need not be added. */
  private static Plugin preferred(Plugin one, Plugin other) {
    if (one.name().equals(FRAMEWORK) || other.name().equals(FRAMEWORK)) {
      return one.name().equals(FRAMEWORK) ? one : other;
    }
    return one.name().compareTo(other.name()) <= 0 ? one : other;
  }
}
