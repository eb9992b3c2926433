package org.meetwright.cli.commands.eventtype;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.meetwright.cli.program.Failure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads JSON objects from files.
final class JsonFile {
  private JsonFile() {}

  /// Returns the object that a file holds.
  ///
  /// @param file `-` for standard input
  /// @throws Failure if it cannot be read, or holds no JSON object
  static ObjectNode read(Path file, InputStream in) {
    try {
      byte[] bytes = file.toString().equals("-") ? in.readAllBytes() : Files.readAllBytes(file);
      if (JsonMapper.shared().readTree(bytes) instanceof ObjectNode read) {
        return read;
      }
    } catch (IOException unreadable) {
      throw new Failure(
          "The file " + file + " cannot be read; check its name and rights.", unreadable);
    } catch (JacksonException notJson) {
      throw new Failure("The file " + file + " is no JSON" + place(notJson) + ".", notJson);
    }
    throw new Failure("The file " + file + " must hold a JSON object, like {\"seats\": 5}.");
  }

  private static String place(JacksonException notJson) {
    return notJson.getLocation() == null
        ? ""
        : " at line "
            + notJson.getLocation().getLineNr()
            + ", column "
            + notJson.getLocation().getColumnNr();
  }
}
