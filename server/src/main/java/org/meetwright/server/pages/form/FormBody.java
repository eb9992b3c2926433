package org.meetwright.server.pages.form;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The fields of a form that was sent as `application/x-www-form-urlencoded`.
public record FormBody(Map<String, List<String>> fields) {
  /// A form without fields.
  public static final FormBody EMPTY = new FormBody(Map.of());

  /// How many bytes a form may have.
  public static final int MOST_BYTES = 64 * 1024;

  /// More than any form of ours has, with all options of all questions chosen.
  static final int MOST_FIELDS = 2000;

  /// Reads a form.
  ///
  /// @throws UnreadableFormException if it is not encoded as a form, or longer than is taken
  public static FormBody read(byte[] bytes) {
    check(bytes);
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (String pair : new String(bytes, StandardCharsets.UTF_8).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields
            .computeIfAbsent(decoded(pair.substring(0, equals)), name -> new ArrayList<>())
            .add(decoded(pair.substring(equals + 1)));
      }
    }
    return new FormBody(fields);
  }

  /// Reads what is encoded as a form.
  ///
  /// @throws UnreadableFormException as [#read]
  public static FormBody parse(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Looks whether a form is of a size that is taken.
  ///
  /// @throws UnreadableFormException if it is longer than [#MOST_BYTES], or has more fields than
  ///   any form of ours
  public static void check(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      throw new UnreadableFormException("The form is longer than " + MOST_BYTES + " bytes", true);
    }
    int fields = 1;
    for (byte one : bytes) {
      fields += one == '&' ? 1 : 0;
    }
    if (fields > MOST_FIELDS) {
      throw new UnreadableFormException("The form has more than " + MOST_FIELDS + " fields", true);
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw new UnreadableFormException("The form is not encoded properly", false);
    }
  }

  /// Returns the first value of a field; the empty string if there is none.
  public String get(String name) {
    return all(name).stream().findFirst().orElse("");
  }

  /// Returns the same without all other fields.
  public FormBody only(Set<String> names) {
    Map<String, List<String>> some = new LinkedHashMap<>(fields);
    some.keySet().retainAll(names);
    return new FormBody(some);
  }

  /// Returns all values of a field.
  public List<String> all(String name) {
    return List.copyOf(fields.getOrDefault(name, List.of()));
  }
}
