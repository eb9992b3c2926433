package org.meetwright.core.value;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An e-mail address as people use them: `local@domain` of RFC 5321 section 4.1.2 without quoted
/// local parts and address literals, at most 254 characters. Letters outside ASCII are allowed (RFC
/// 6531).
///
/// @param value the address as it was typed, without surrounding white space
public record EmailAddress(String value) {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*"
              + "@[\\p{L}\\p{N}]([\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?"
              + "(\\.[\\p{L}\\p{N}]([\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?)*");
  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL_PART = 64;

  /// Creates the address.
  ///
  /// @throws InvalidValueException (field `email`) if it is none
  public EmailAddress {
    String typed = value;
    value = value.strip();
    if (typed.chars().anyMatch(Character::isISOControl)
        || value.length() > LONGEST
        || value.indexOf('@') > LONGEST_LOCAL_PART
        || !ADDRESS.matcher(value).matches()) {
      throw new InvalidValueException(
          "email",
          "must be an e-mail address like ada@example.org, not "
              + InvalidValueException.shown(typed));
    }
  }

  /// Returns the form in which two spellings of one address are equal: lower case, in no locale.
  public String key() {
    return value.toLowerCase(Locale.ROOT);
  }

  /// Two addresses are the same when they differ in case alone.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EmailAddress address && key().equals(address.key());
  }

  @Override
  public int hashCode() {
    return key().hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
