package org.meetwright.server.settings.source;

import org.jspecify.annotations.Nullable;
import org.meetwright.server.settings.declaration.Setting;

/// What holds for a setting, and who says so.
///
/// @param value as it was typed, or the default; hidden if it is a secret; null if there is none
/// @param source `default`, or the exact place: `/etc/meetwright.yaml, line 3`
public record EffectiveSetting(Setting<?> setting, @Nullable String value, String source) {
  /// Who says so if nobody does.
  public static final String DEFAULT = "default";

  /// What is shown of a secret.
  public static final String HIDDEN = "(hidden)";

  /// Returns whether somebody set it.
  public boolean isSet() {
    return !source.equals(DEFAULT);
  }
}
