package org.meetwright.core.imports;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Handle;
import org.meetwright.core.value.Text;

/// A host of another service.
///
/// @param key what tells him apart there, at most 300 characters
/// @param email null if the service does not tell it: then the host here has to be named
/// @param handle the one that he gets if he is no host here; null if he is not to become one
/// @param path the old path of his page; null if he had none
public record ImportedHost(
    String key,
    String name,
    @Nullable EmailAddress email,
    ZoneId timeZone,
    Locale locale,
    @Nullable Handle handle,
    @Nullable String path) {
  static final int LONGEST_KEY = 300;

  /// Creates the host.
  ///
  /// @throws org.meetwright.core.value.InvalidValueException if key or name are not valid
  public ImportedHost {
    key = Text.line("id", key, LONGEST_KEY);
    name = Text.line("name", name, 100);
  }
}
