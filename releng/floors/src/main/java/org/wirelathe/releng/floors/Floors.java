package org.wirelathe.releng.floors;

import java.util.ArrayList;
import java.util.List;

/** Who may import whom, as {@code releng/floors.txt} says. */
final class Floors {
  private static final String EVERY_OTHER = "*";

  private final List<List<String>> floors = new ArrayList<>();
  private final List<String> aside = new ArrayList<>();

  private Floors() {}

  static Floors parse(List<String> lines) {
    var floors = new Floors();
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> words = List.of(line.strip().split("\\s+"));
      List<String> bundles = words.subList(1, words.size());
      switch (words.getFirst()) {
        case "floor" -> floors.floors.add(bundles);
        case "aside" -> floors.aside.addAll(bundles);
        default -> throw new IllegalArgumentException("a line starts with floor or aside, and not as: " + line);
      }
    }
    return floors;
  }

  boolean isAside(String bundle) {
    return aside.contains(bundle);
  }

  /** Whether this is one of the bundles that meet in the API only. */
  boolean isProvider(String bundle) {
    return !isAside(bundle) && floors.get(floor(bundle)).contains(EVERY_OTHER);
  }

  /** Whether this is a bundle of the workbench, which the top floor is. */
  boolean isWorkbench(String bundle) {
    return !isAside(bundle) && floor(bundle) == floors.size() - 1;
  }

  int floor(String bundle) {
    int others = 0;
    for (int floor = 0; floor < floors.size(); floor++) {
      if (floors.get(floor).contains(bundle)) {
        return floor;
      }
      if (floors.get(floor).contains(EVERY_OTHER)) {
        others = floor;
      }
    }
    return others;
  }

  boolean mayImport(String bundle, String from) {
    if (bundle.equals(from)) {
      return true;
    }
    if (isAside(from)) {
      return false;
    }
    if (isAside(bundle)) {
      return !isWorkbench(from);
    }
    int own = floor(bundle);
    int other = floor(from);
    if (own != other) {
      return other < own;
    }
    List<String> line = floors.get(own);
    return line.contains(from) && line.indexOf(from) < line.indexOf(bundle);
  }
}
