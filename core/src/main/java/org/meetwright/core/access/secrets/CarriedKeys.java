package org.meetwright.core.access.secrets;

import java.nio.file.Path;
import java.util.List;

/// The keys of a database's secrets, as an encrypted backup takes them along.
public final class CarriedKeys {
  private CarriedKeys() {}

  /// Returns all keys of a file, each in base64; none if there is no file.
  ///
  /// @throws org.meetwright.core.database.DatabaseUnavailableException if it cannot be read
  public static List<String> of(Path file) {
    return new KeyFile(() -> file).print();
  }

  /// Returns those of the keys that a file does not have.
  ///
  /// @param ids the ids of keys
  /// @throws org.meetwright.core.database.DatabaseUnavailableException if it cannot be read
  public static List<String> missing(Path file, List<String> ids) {
    KeyFile keys = new KeyFile(() -> file);
    return ids.stream().filter(id -> keys.find(id).isEmpty()).toList();
  }

  /// Adds the keys that a file does not have yet.
  ///
  /// @throws IllegalArgumentException if a text is no key
  public static void add(Path file, List<String> keys) {
    if (!keys.isEmpty()) {
      new KeyFile(() -> file).addAll(keys);
    }
  }
}
