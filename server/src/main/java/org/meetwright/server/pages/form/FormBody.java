package org.meetwright.server.pages.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
  private static final int MOST_FIELDS = 2000;

  /// Reads a form.
  ///
  /// @throws UnreadableFormException if it is not encoded as a form, or longer than [#MOST_BYTES]
  public static FormBody read(InputStream body) {
    byte[] bytes;
    try {
      bytes = body.readNBytes(MOST_BYTES + 1);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    if (bytes.length > MOST_BYTES) {
      throw new UnreadableFormException("The form is longer than " + MOST_BYTES + " bytes", true);
    }
    return parse(new String(bytes, StandardCharsets.UTF_8));
  }

  /// Reads what is encoded as a form.
  ///
  /// @throws UnreadableFormException if it is not
  public static FormBody parse(String text) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    if (text.chars().filter(c -> c == '&').count() >= MOST_FIELDS) {
      throw new UnreadableFormException("The form has more than " + MOST_FIELDS + " fields", true);
    }
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields
            .computeIfAbsent(decoded(pair.substring(0, equals)), name -> new ArrayList<>())
            .add(decoded(pair.substring(equals + 1)));
      }
    }
    return new FormBody(fields);
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
