package org.meetwright.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// What an earlier version stored: files that are never made anew.
public final class StoredText {
  private StoredText() {}

  /// Returns a file of the directory `stored`.
  public static String of(String name) {
    return resource("/stored/" + name);
  }

  static String resource(String path) {
    try (InputStream in = StoredText.class.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
