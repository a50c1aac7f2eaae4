package org.wirelathe.releng.floors;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One clause of a manifest header, as in {@code org.wirelathe.api.nic;version="[1.0,2)"}.
 *
 * @param parameters attributes and directives; a directive's name ends with a colon
 */
record Clause(String name, Map<String, String> parameters) {

  boolean has(String parameter) {
    return parameters.containsKey(parameter);
  }

  /** Whether the version is a range with an upper end, and not "this or anything after it". */
  boolean hasRange() {
    String version = parameters.getOrDefault("version", "");
    return version.startsWith("[") || version.startsWith("(");
  }

  /** Whether an exported package is there for named friends, such as tests, and promises nothing. */
  boolean isForFriends() {
    return has("x-friends:") || "true".equals(parameters.get("x-internal:"));
  }

  static List<Clause> parse(String header) {
    var clauses = new ArrayList<Clause>();
    if (header == null) {
      return clauses;
    }
    for (String clause : split(header, ',')) {
      clauses.addAll(parseClause(clause));
    }
    return clauses;
  }

  /** Several names may share their parameters: {@code a;b;version=1}. */
  private static List<Clause> parseClause(String text) {
    var names = new ArrayList<String>();
    var parameters = new LinkedHashMap<String, String>();
    for (String part : split(text, ';')) {
      int equals = part.indexOf('=');
      if (equals < 0) {
        names.add(part);
      } else {
        parameters.put(part.substring(0, equals).strip(), unquoted(part.substring(equals + 1).strip()));
      }
    }
    return names.stream().map(name -> new Clause(name, parameters)).toList();
  }

  private static List<String> split(String text, char separator) {
    var parts = new ArrayList<String>();
    boolean quoted = false;
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == separator && !quoted) {
        String part = text.substring(from, i).strip();
        if (!part.isEmpty()) {
          parts.add(part);
        }
        from = i + 1;
      } else if (text.charAt(i) == '"') {
        quoted = !quoted;
      }
    }
    return parts;
  }

  private static String unquoted(String value) {
    return value.length() > 1 && value.startsWith("\"") ? value.substring(1, value.length() - 1) : value;
  }
}
