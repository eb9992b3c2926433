package org.meetwright.server.settings.declaration;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Something that can be configured. Each belongs to a [Room].
///
/// @param key its name in the file, for example `server.port`
/// @param format what its values look like
/// @param defaultText its value if nobody says anything; null if there is none, or `defaultNote`
///   tells where it comes from
/// @param defaultNote the default as the documentation tells it
/// @param option the command-line option that sets it; null if there is none
/// @param meaning what it is, for the documentation
public record Setting<T>(
    String key,
    Format<T> format,
    @Nullable String defaultText,
    String defaultNote,
    @Nullable String option,
    String meaning) {

  /// Creates a setting without a default.
  public static <T> Setting<T> of(String key, Format<T> format, String meaning) {
    return new Setting<>(key, format, null, "none", null, meaning);
  }

  /// Returns it with a default.
  public Setting<T> orElse(String text) {
    return new Setting<>(key, format, text, "`" + text + "`", option, meaning);
  }

  /// Returns it with a note on what holds if it is not set.
  public Setting<T> orElseAs(String note) {
    return new Setting<>(key, format, null, note, option, meaning);
  }

  /// Returns it with a command-line option that sets it.
  public Setting<T> withOption(String name) {
    return new Setting<>(key, format, defaultText, defaultNote, name, meaning);
  }

  /// Returns the name of the environment variable that sets it: `MEETWRIGHT_SERVER_PORT`.
  public String variable() {
    return "MEETWRIGHT_" + key.replace('.', '_').toUpperCase(Locale.ROOT);
  }

  /// Returns what its values may be; completes "must be ...".
  public String allowed() {
    return format.allowed();
  }
}
