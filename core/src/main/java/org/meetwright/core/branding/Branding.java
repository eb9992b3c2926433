package org.meetwright.core.branding;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.InvalidValueException;

/// The look of a host's pages, and of the pages of the host's teams.
///
/// @param color `#rrggbb`; null for the usual one
/// @param logoHash what his logo is asked for by; null if he has none
public record Branding(@Nullable String color, @Nullable String logoHash) {
  /// How pages look if nobody says anything.
  public static final Branding USUAL = new Branding(null, null);

  private static final Pattern COLOR = Pattern.compile("#[0-9a-f]{6}");

  /// Creates it.
  ///
  /// @throws InvalidValueException (field `color`) if the colour is not written as it has to be
  public Branding {
    if (color != null) {
      String lower = color.toLowerCase(Locale.ROOT);
      if (!COLOR.matcher(lower).matches()) {
        throw new InvalidValueException(
            "color", "must be a color like #2f6f5e, not " + InvalidValueException.shown(color));
      }
      color = lower;
    }
  }
}
