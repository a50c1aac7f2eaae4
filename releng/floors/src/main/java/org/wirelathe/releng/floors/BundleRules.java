package org.wirelathe.releng.floors;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What holds for every bundle; one sentence per violation, with what to do about it. */
final class BundleRules {
  private static final String OURS = "org.wirelathe.";
  private static final String ENVIRONMENT = "JavaSE-25";

  /** The platform and the JDK export most of their packages without a version to hold on to. */
  private static final Pattern UNVERSIONED = Pattern.compile("(org\\.eclipse|javax|com\\.sun|sun|org\\.w3c|org\\.xml)\\..*");

  private final Floors floors;
  private final Map<String, String> exporters = new HashMap<>();
  private final List<String> violations = new ArrayList<>();
  private Bundle bundle;

  private BundleRules(Floors floors) {
    this.floors = floors;
  }

  static List<String> violations(Floors floors, List<Bundle> bundles) {
    var rules = new BundleRules(floors);
    for (Bundle bundle : bundles) {
      bundle.exports().forEach(exported -> rules.exporters.put(exported.name(), bundle.name()));
    }
    bundles.forEach(rules::check);
    return rules.violations;
  }

  private void check(Bundle checked) {
    bundle = checked;
    identity();
    headersWeDoWithout();
    bundle.imports().forEach(this::imported);
    bundle.exports().forEach(this::exported);
  }

  private void identity() {
    if (!bundle.name().equals(bundle.folder())) {
      report("names itself %s; call it %s, as its folder", bundle.name(), bundle.folder());
    }
    expect("Bundle-RequiredExecutionEnvironment", ENVIRONMENT);
    expect("Automatic-Module-Name", bundle.name());
    if (!floors.isAside(bundle.name())) {
      // Without it a bundle that p2 installs stays resolved, and the component runtime never sees it.
      expect("Bundle-ActivationPolicy", "lazy");
    }
  }

  private void headersWeDoWithout() {
    forbid("Bundle-Activator", "make it a component, whose life the runtime keeps");
    forbid("DynamicImport-Package", "name in Import-Package what it needs");
    forbid("Service-Component", "leave it to the build, which writes it from the annotations");
    for (Clause required : bundle.clauses("Require-Bundle")) {
      if (required.name().startsWith(OURS)) {
        report("requires the bundle %s; import the packages it needs instead", required.name());
      }
    }
  }

  private void imported(Clause imported) {
    if (imported.name().startsWith(OURS)) {
      fromAFloorBelow(imported.name());
    }
    if (!imported.hasRange() && !UNVERSIONED.matcher(imported.name()).matches()) {
      report("imports %s without a range; write %1$s;version=\"[1.0,2)\" with the version it was written for",
          imported.name());
    }
  }

  private void fromAFloorBelow(String imported) {
    String from = exporters.get(imported);
    if (from == null) {
      report("imports %s, which no bundle exports; export it or drop the import", imported);
    } else if (!floors.mayImport(bundle.name(), from)) {
      report("imports %s from %s, which is not below it; meet in org.wirelathe.api, or see releng/floors.txt",
          imported, from);
    }
  }

  private void exported(Clause exported) {
    if (floors.isProvider(bundle.name())) {
      report("exports %s, and a provider that exports cannot be updated without a refresh; move it to org.wirelathe.api",
          exported.name());
    }
    if (!exported.has("version") && !exported.isForFriends()) {
      report("exports %s without a version; write %1$s;version=\"1.0.0\"", exported.name());
    }
    if (!(exported.name() + ".").startsWith(bundle.name() + ".")) {
      report("exports %s; a package lives in the bundle that it is named after", exported.name());
    }
  }

  private void expect(String header, String value) {
    if (!value.equals(bundle.value(header))) {
      report("lacks the line '%s: %s'; add it", header, value);
    }
  }

  private void forbid(String header, String remedy) {
    if (bundle.value(header) != null) {
      report("has a %s; %s", header, remedy);
    }
  }

  private void report(String sentence, Object... values) {
    violations.add(bundle.file() + ": " + sentence.formatted(values) + ".");
  }
}
