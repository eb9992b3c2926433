package org.meetwright.core.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;

/// A telephone number that can be reached from everywhere: `+`, the country code and the rest, 7 to
/// 15 digits in all (ITU-T E.164).
///
/// @param value with its `+`, without anything between the digits
public record PhoneNumber(String value) {
  private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");

  /// What people write: digits, what parts them, an extension.
  private static final Pattern WRITTEN =
      Pattern.compile("\\+?[0-9(][0-9 ()/.-]{2,40}((ext|extension|x|#)[. :]*[0-9]{1,7})?");

  private static final Pattern EXTENSION =
      Pattern.compile(
          "\\s*[;,]?\\s*\\b(?:ext|extn|extension)\\b[.:=]*\\s*", Pattern.CASE_INSENSITIVE);

  /// How long a number may be as it is typed, in characters.
  public static final int LONGEST_TYPED = 40;

  private static final int FEWEST_DIGITS = 3;
  private static final int MOST_DIGITS = 20;

  /// Fewer digits are those of a switchboard, an emergency call and the like.
  private static final int FEWEST_ANYWHERE = 6;

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
  /// empty if its country is not said, it is none, or has an extension, which only a person can
  /// dial.
  public static Optional<PhoneNumber> typed(String text) {
    return parsed(clean(text), null)
        .filter(number -> !number.hasExtension())
        .map(number -> PhoneNumberUtil.getInstance().format(number, PhoneNumberFormat.E164))
        .filter(number -> NUMBER.matcher(number).matches())
        .map(PhoneNumber::new);
  }

  /// Returns the country (ISO 3166) to which the number belongs; empty if it belongs to none.
  /// Countries that share a code are told from each other, as far as their numbers can be.
  public Optional<String> country() {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    return parsed(value, null).map(numbers::getRegionCodeForNumber);
  }

  /// Returns a number as it is kept and shown: as it was typed, but in plain characters, and with
  /// its country code if the country is known. A number that is too short for its country is kept:
  /// it may be one of a switchboard. Empty if it is none.
  ///
  /// @param country in which it was typed (ISO 3166); null if that is not known
  public static Optional<String> written(String typed, @Nullable String country) {
    String text = clean(typed);
    if (!WRITTEN.matcher(text).matches()) {
      return Optional.empty();
    }
    Optional<Phonenumber.PhoneNumber> number = parsed(text, country);
    if (text.startsWith("+")) {
      return number.map(known -> text);
    }
    long digits = text.chars().filter(Character::isDigit).count();
    return number
        .filter(known -> String.valueOf(known.getNationalNumber()).length() >= FEWEST_ANYWHERE)
        .map(known -> PhoneNumberUtil.getInstance().format(known, PhoneNumberFormat.INTERNATIONAL))
        .or(() -> Optional.of(text))
        .filter(written -> digits >= FEWEST_DIGITS && digits <= MOST_DIGITS);
  }

  /// Writes digits, hyphens and spaces of all kinds as ASCII does; takes `tel:` and what cannot be
  /// seen away, and the international prefix of most countries for `+`.
  private static String clean(String typed) {
    StringBuilder clean = new StringBuilder();
    Normalizer.normalize(typed, Normalizer.Form.NFKC)
        .codePoints()
        .filter(character -> !Text.isUnseen(character))
        .forEach(character -> clean.append(ascii(character)));
    String text = clean.toString().strip().replaceFirst("(?i)^tel:\\s*", "");
    return EXTENSION.matcher(text).replaceFirst(" ext. ").replaceFirst("^00", "+");
  }

  private static String ascii(int character) {
    return switch (Character.getType(character)) {
      case Character.DECIMAL_DIGIT_NUMBER -> String.valueOf(Character.digit(character, 10));
      case Character.DASH_PUNCTUATION -> "-";
      case Character.SPACE_SEPARATOR -> " ";
      default -> character == '\u2212' ? "-" : Character.toString(character);
    };
  }

  private static Optional<Phonenumber.PhoneNumber> parsed(String text, @Nullable String country) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    if (!WRITTEN.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      Phonenumber.PhoneNumber number = numbers.parse(text, country);
      return numbers.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
          ? Optional.of(number)
          : Optional.empty();
    } catch (NumberParseException none) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
