package org.meetwright.server.settings.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.settings.declaration.RawValue;
import org.meetwright.server.settings.declaration.RawValue.Source;
import org.meetwright.server.settings.declaration.SettingsException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;

/// Reads a YAML file of settings. It is read by tokens, not as a tree: only so the values keep the
/// form in which they were typed (a password `0123` is no number) and their lines.
final class SettingsFile {
  private final Path file;
  private final Map<String, RawValue> values = new LinkedHashMap<>();

  private SettingsFile(Path file) {
    this.file = file;
  }

  /// Returns the values that a file gives, by key.
  ///
  /// @throws SettingsException if it cannot be read, is not YAML, names an unknown setting, or one
  ///   twice
  static Map<String, RawValue> read(Path file) {
    return new SettingsFile(file).read();
  }

  private Map<String, RawValue> read() {
    try (JsonParser yaml = new YAMLFactory().createParser(ObjectReadContext.empty(), text())) {
      JsonToken first = yaml.nextToken();
      if (first == JsonToken.START_OBJECT) {
        readSection(yaml, "");
        first = yaml.nextToken();
      } else if (first == JsonToken.VALUE_NULL) {
        first = yaml.nextToken();
      }
      if (first != null) {
        throw wrong(yaml, "must hold settings like `server: {port: 8080}`, and nothing else");
      }
      return values;
    } catch (JacksonException notYaml) {
      int line = notYaml.getLocation() == null ? -1 : notYaml.getLocation().getLineNr();
      throw new SettingsException(
          place(line)
              + " is not YAML: "
              + notYaml.getOriginalMessage().lines().findFirst().orElse("")
              + ". Mend that line.",
          false,
          notYaml);
    }
  }

  private String text() {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new SettingsException(
          "The configuration file "
              + file
              + " cannot be read ("
              + unreadable.getClass().getSimpleName()
              + "); it must be a text file in UTF-8 that you may read.",
          false,
          unreadable);
    }
  }

  private void readSection(JsonParser yaml, String prefix) {
    while (yaml.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = prefix + yaml.currentName();
      int line = yaml.currentTokenLocation().getLineNr();
      JsonToken value = yaml.nextToken();
      if (value == JsonToken.START_OBJECT) {
        readSection(yaml, key + ".");
      } else {
        add(yaml, key, value, line);
      }
    }
  }

  private void add(JsonParser yaml, String key, JsonToken value, int line) {
    if (value == JsonToken.VALUE_NULL && isSection(key)) {
      return;
    }
    if (KnownSettings.find(key).isEmpty()) {
      throw new SettingsException(
          place(line)
              + ": there is no setting "
              + InvalidValueException.shown(key)
              + "; did you mean "
              + KnownSettings.nearest(key)
              + "?");
    }
    if (!value.isScalarValue()) {
      throw new SettingsException(place(line) + ": " + key + " must be a single value, not a list");
    }
    // A value left empty is not a value.
    String text = value == JsonToken.VALUE_NULL ? "" : yaml.getString();
    if (values.put(key, new RawValue(text, Source.FILE, place(line))) != null) {
      throw new SettingsException(place(line) + ": " + key + " is set twice; keep one of them");
    }
  }

  private static boolean isSection(String key) {
    return KnownSettings.all().stream().anyMatch(setting -> setting.key().startsWith(key + "."));
  }

  private SettingsException wrong(JsonParser yaml, String what) {
    return new SettingsException(place(yaml.currentTokenLocation().getLineNr()) + " " + what);
  }

  private String place(int line) {
    return line < 1 ? file.toString() : file + ", line " + line;
  }
}
