package org.meetwright.core.calendar.item.line;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A line: `NAME;PARAMETER=value;...:value`.
///
/// @param name in upper case
/// @param parameters values by names in upper case; without quotes
/// @param value as it was written, without blanks around it
public record IcsLine(String name, Map<String, String> parameters, String value) {
  /// The lines that hold times. No value of them has a colon, so that one inside an unquoted
  /// parameter does no harm.
  private static final Set<String> TIMES =
      Set.of("DTSTART", "DTEND", "RECURRENCE-ID", "RDATE", "EXDATE");

  /// Returns a line's name in upper case; empty if it has none.
  public static String name(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ':' || c == ';') {
        return text.substring(0, i).strip().toUpperCase(Locale.ROOT);
      }
    }
    return "";
  }

  /// Reads a line; null if it is none.
  public static @Nullable IcsLine parse(String text) {
    String name = name(text);
    int colon = TIMES.contains(name) ? text.lastIndexOf(':') : colon(text);
    if (name.isEmpty() || colon < name.length()) {
      return null;
    }
    int first = text.indexOf(';');
    Map<String, String> parameters =
        first >= 0 && first < colon ? parameters(text.substring(first + 1, colon)) : Map.of();
    return new IcsLine(name, parameters, text.substring(colon + 1).strip());
  }

  /// Returns a parameter; empty if it is missing.
  public String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }

  /// Returns whether the value is the word, in upper or lower case.
  public boolean says(String word) {
    return value.equalsIgnoreCase(word);
  }

  /// Returns the value as plain text: `\n`, `\,`, `\;` and `\\` stand for what they mean.
  public String plain() {
    return plain(value);
  }

  /// Returns a text value without its backslashes.
  public static String plain(String value) {
    if (value.indexOf('\\') < 0) {
      return value;
    }
    StringBuilder plain = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        c = value.charAt(++i);
        c = c == 'n' || c == 'N' ? '\n' : c;
      }
      plain.append(c);
    }
    return plain.toString();
  }

  private static int colon(String text) {
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ':' && !quoted) {
        return i;
      }
    }
    return text.indexOf(':');
  }

  private static Map<String, String> parameters(String text) {
    Map<String, String> parameters = new HashMap<>();
    int begin = 0;
    boolean quoted = false;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || (text.charAt(i) == ';' && !quoted)) {
        add(parameters, text.substring(begin, i));
        begin = i + 1;
      } else if (text.charAt(i) == '"') {
        quoted = !quoted;
      }
    }
    return parameters;
  }

  private static void add(Map<String, String> parameters, String text) {
    int equals = text.indexOf('=');
    if (equals > 0) {
      parameters.put(
          text.substring(0, equals).strip().toUpperCase(Locale.ROOT),
          text.substring(equals + 1).replace("\"", "").strip());
    }
  }
}
