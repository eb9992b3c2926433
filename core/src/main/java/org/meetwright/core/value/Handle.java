package org.meetwright.core.value;

import java.util.Set;
import java.util.regex.Pattern;

/// The name of a host in addresses: `ada` in `https://example.org/ada`.
///
/// @param value lower-case letters, digits and single hyphens between them, 2 to 40 characters
public record Handle(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /// First segments of addresses that the server uses itself, or may one day.
  private static final Set<String> RESERVED =
      Set.of(
          "account",
          "admin",
          "api",
          "app",
          "assets",
          "docs",
          "embed",
          "health",
          "help",
          "login",
          "logout",
          "metrics",
          "openapi",
          "robots",
          "settings",
          "static",
          "well-known");

  /// How long a handle may be, in characters.
  public static final int LONGEST = 40;

  /// Creates the handle.
  ///
  /// @throws InvalidValueException (field `handle`) if it has another form or is reserved
  public Handle {
    if (value.length() < 2 || value.length() > LONGEST || !FORM.matcher(value).matches()) {
      throw new InvalidValueException(
          "handle",
          "must be 2 to "
              + LONGEST
              + " lower-case letters, digits and single hyphens, not "
              + InvalidValueException.shown(value));
    }
    if (RESERVED.contains(value)) {
      throw new InvalidValueException(
          "handle", InvalidValueException.shown(value) + " is used by the server; choose another");
    }
  }

  /// Returns whether the server uses a first segment of addresses itself, or may one day. Single
  /// letters are its own too.
  public static boolean isReserved(String segment) {
    return segment.length() < 2 || RESERVED.contains(segment);
  }

  @Override
  public String toString() {
    return value;
  }
}
