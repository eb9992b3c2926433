package org.meetwright.cli.imports.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.meetwright.cli.program.Failure;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A file that was downloaded, or an answer of an API.
///
/// @param name for messages: the file, or the address without its secrets
/// @param text all of it
public record Document(String name, String text) {
  /// How large a file may be.
  public static final int LARGEST = 64 << 20;

  /// Reads a file of at most 64 MiB in UTF-8.
  ///
  /// @throws Failure if it cannot be read, or is larger
  public static Document of(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new Failure(
            file
                + " is larger than 64 MiB. Nothing was imported; download less at once, such as"
                + " a year, and import one file after the other.");
      }
      String text = new String(bytes, StandardCharsets.UTF_8);
      return new Document(file.toString(), text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (IOException unreadable) {
      throw new Failure(
          file + " cannot be read; check that it is there, and its rights.", unreadable);
    }
  }

  /// Returns whether it looks like JSON.
  public boolean isJson() {
    String begin = text.stripLeading();
    return begin.startsWith("{") || begin.startsWith("[");
  }

  /// Reads it as JSON.
  ///
  /// @throws Failure if it is not, or breaks off
  public Shape json() {
    try {
      JsonNode node = JsonMapper.shared().readTree(text);
      return new Shape(name, "", node);
    } catch (JacksonException broken) {
      TokenStreamLocation at = broken.getLocation();
      throw new Failure(
          name
              + " is no JSON, or breaks off"
              + (at == null ? "" : ", at line " + at.getLineNr() + ", column " + at.getColumnNr())
              + ". Nothing was imported; download it again.",
          broken);
    }
  }
}
