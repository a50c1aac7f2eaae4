package org.wirelathe.releng.floors;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Every bundle reaches the user through one feature, and the headless feature stays headless. */
final class FeatureRules {
  private static final String OURS = "org.wirelathe.";
  private static final String HEADLESS = "org.wirelathe.stack.feature";

  private FeatureRules() {}

  static List<String> violations(Floors floors, List<Bundle> bundles, List<Feature> features) {
    var violations = new ArrayList<String>();
    Set<String> missing = new TreeSet<>(bundles.stream().map(Bundle::name).toList());
    Set<String> known = Set.copyOf(missing);
    Map<String, Feature> carriers = new HashMap<>();
    for (Feature feature : features) {
      for (String plugin : feature.plugins()) {
        if (!plugin.startsWith(OURS)) {
          continue;
        }
        missing.remove(plugin);
        Feature first = carriers.putIfAbsent(plugin, feature);
        if (!known.contains(plugin)) {
          violations.add("%s: names %s, and there is no such bundle; drop it.".formatted(feature.file(), plugin));
        } else if (first != null) {
          violations.add("%s: names %s, which %s carries already; leave it to one of them."
              .formatted(feature.file(), plugin, first.name()));
        } else if (feature.name().equals(HEADLESS) && floors.isWorkbench(plugin)) {
          violations.add("%s: names %s, which needs a display; move it to the workbench feature."
              .formatted(feature.file(), plugin));
        }
      }
    }
    for (String bundle : missing) {
      violations.add("features: none carries %s, so nobody gets it; add it to the feature it belongs to."
          .formatted(bundle));
    }
    return violations;
  }
}
