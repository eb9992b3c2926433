package org.meetwright.server.settings.declaration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.meetwright.core.value.InvalidValueException;

/// The values that were given, and the defaults of the others.
///
/// @param home the data directory
/// @param given by key
public record SettingValues(Path home, Map<String, RawValue> given) {
  /// Creates the values.
  public SettingValues {
    given = Map.copyOf(given);
  }

  /// Returns the value of a setting that has a default.
  ///
  /// @throws SettingsException if what was given is not allowed
  public <T> T get(Setting<T> setting) {
    return find(setting).orElseThrow();
  }

  /// Returns the value of a setting; empty if none was given and it has no default.
  ///
  /// @throws SettingsException if what was given is not allowed
  public <T> Optional<T> find(Setting<T> setting) {
    RawValue value = given.get(setting.key());
    if (value == null || value.text().isEmpty()) {
      return Optional.ofNullable(setting.defaultText()).map(setting.format().parse());
    }
    try {
      return Optional.of(setting.format().parse().apply(value.text()));
    } catch (InvalidValueException wrong) {
      throw new SettingsException(
          setting.key() + " (" + value.place() + ") " + wrong.getMessage() + ".",
          value.from() == RawValue.Source.OPTION,
          wrong);
    }
  }

  /// Returns a secret that is given directly, or as the first line of a file; empty if it is not.
  ///
  /// @throws SettingsException if it is given in both ways, or the file cannot be read
  public String secret(Setting<String> direct, Setting<Path> inFile) {
    RawValue text = given.get(direct.key());
    RawValue file = given.get(inFile.key());
    if (file == null || file.text().isEmpty() || (text != null && text.beats(file))) {
      return find(direct).orElse("");
    }
    if (text != null && !text.text().isEmpty() && !file.beats(text)) {
      throw new SettingsException(
          direct.key() + " and " + inFile.key() + " are both set; keep one of them.");
    }
    return firstLine(inFile, get(inFile));
  }

  private static String firstLine(Setting<Path> setting, Path file) {
    try (var lines = Files.lines(file)) {
      return lines.findFirst().orElse("");
    } catch (IOException | UncheckedIOException unreadable) {
      throw new SettingsException(
          setting.key() + ": the file " + file + " cannot be read; check that it is there.",
          false,
          unreadable);
    }
  }

  /// Leaves the values out: some are secrets.
  @Override
  public String toString() {
    return "SettingValues" + given.keySet();
  }
}
