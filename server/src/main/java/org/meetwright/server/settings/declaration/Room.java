package org.meetwright.server.settings.declaration;

import java.util.List;
import java.util.function.Function;

/// What can be configured of one part of the program. `KnownSettings` lists the rooms.
///
/// @param settings all of its settings, in the order of the documentation
/// @param reader makes of the given values what the program works with
public record Room<T>(List<Setting<?>> settings, Function<SettingValues, T> reader) {
  /// Creates the room.
  public Room {
    settings = List.copyOf(settings);
  }

  /// Returns a room with these settings.
  public static <T> Room<T> of(Function<SettingValues, T> reader, Setting<?>... settings) {
    return new Room<>(List.of(settings), reader);
  }

  /// Reads what was given, and the files that it names.
  ///
  /// @throws SettingsException if something is wrong
  public T read(SettingValues values) {
    return reader.apply(values);
  }
}
