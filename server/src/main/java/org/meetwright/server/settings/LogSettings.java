package org.meetwright.server.settings;

import java.util.Map;
import java.util.logging.Level;
import org.meetwright.server.settings.declaration.Format;
import org.meetwright.server.settings.declaration.Room;
import org.meetwright.server.settings.declaration.Setting;
import org.meetwright.server.settings.declaration.SettingValues;

/// The settings of the log, on standard error.
///
/// @param level from which level on
/// @param json whether a line is a JSON object, and not text
/// @param access whether every request is logged
public record LogSettings(Level level, boolean json, boolean access) {
  /// How much is logged.
  public static final Setting<Level> LEVEL =
      Setting.of(
              "log.level",
              Format.oneOf(
                  "`error`, `warning`, `info` or `debug`",
                  Map.of(
                      "error", Level.SEVERE,
                      "warning", Level.WARNING,
                      "info", Level.INFO,
                      "debug", Level.FINE)),
              "How much is logged to standard error.")
          .orElse("info")
          .withOption("--verbose");

  private static final Setting<Boolean> FORMAT =
      Setting.of(
              "log.format",
              Format.oneOf("`text` or `json`", Map.of("text", false, "json", true)),
              "The format of a log line: text for people, or a JSON object for programs.")
          .orElse("text");

  private static final Setting<Boolean> ACCESS =
      Setting.of(
              "log.access",
              Format.trueOrFalse(),
              "Whether each request is logged: the client's address, method, path without"
                  + " secrets, status, duration and request id.")
          .orElse("false");

  /// Its settings, and how they are read.
  public static final Room<LogSettings> ROOM = Room.of(LogSettings::read, LEVEL, FORMAT, ACCESS);

  private static LogSettings read(SettingValues values) {
    return new LogSettings(values.get(LEVEL), values.get(FORMAT), values.get(ACCESS));
  }
}
