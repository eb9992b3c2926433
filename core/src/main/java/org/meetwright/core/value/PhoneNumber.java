package org.meetwright.core.value;

import java.util.Optional;
import java.util.regex.Pattern;

/// A telephone number that can be reached from everywhere: `+`, the country code and the rest, 7 to
/// 15 digits in all (ITU-T E.164).
///
/// @param value with its `+`, without anything between the digits
public record PhoneNumber(String value) {
  private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");

  /// Creates the number.
  ///
  /// @throws InvalidValueException (field `number`) if it is none
  public PhoneNumber {
    if (!NUMBER.matcher(value).matches()) {
      throw new InvalidValueException(
          "number",
          "must be a telephone number with its country code like +4930123456, not "
              + InvalidValueException.shown(value));
    }
  }

  /// Returns the number that someone typed, for example `+49 (0)30 123-456` or `0049 30 123456`;
  /// empty if its country is not said, or it is none.
  public static Optional<PhoneNumber> typed(String text) {
    String bare = text.replace("(0)", "").replaceAll("[\\s()/.-]", "").replaceFirst("^00", "+");
    return NUMBER.matcher(bare).matches() ? Optional.of(new PhoneNumber(bare)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
