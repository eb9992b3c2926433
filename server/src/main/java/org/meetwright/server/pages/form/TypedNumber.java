package org.meetwright.server.pages.form;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads numbers as people write them: `1,5` and `1.500` in German, `1.5` and `1,500` in English,
/// digits of all scripts, with spaces or apostrophes between thousands.
final class TypedNumber {
  private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s\\p{Cf}'\u2019\u066C_]");
  private static final Pattern WHOLE_OR_DECIMAL =
      Pattern.compile("([+-]?)(\\d{1,20})(?:[.,](\\d{1,20}))?");

  private TypedNumber() {}

  /// Returns a number; empty if it is none.
  ///
  /// @param locale tells which of comma and full stop parts thousands, where both could be meant
  static Optional<BigDecimal> read(String typed, Locale locale) {
    String text = plain(typed);
    char point = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator() == ',' ? ',' : '.';
    char group = point == ',' ? '.' : ',';
    if (text.matches("[+-]?\\d{1,3}([" + group + "]\\d{3})+([" + point + "]\\d{1,20})?")) {
      text = text.replace(String.valueOf(group), "");
    }
    Matcher number = WHOLE_OR_DECIMAL.matcher(text);
    if (!number.matches()) {
      return Optional.empty();
    }
    String fraction = number.group(3) == null ? "" : "." + number.group(3);
    return Optional.of(new BigDecimal(number.group(1) + number.group(2) + fraction));
  }

  private static String plain(String typed) {
    StringBuilder plain = new StringBuilder();
    Normalizer.normalize(SPACES.matcher(typed).replaceAll(""), Normalizer.Form.NFKC)
        .codePoints()
        .forEach(
            character -> {
              int digit = Character.digit(character, 10);
              plain.appendCodePoint(
                  switch (character) {
                    case '\u2212' -> '-';
                    case '\u066B' -> '.';
                    default -> digit < 0 ? character : '0' + digit;
                  });
            });
    return plain.toString();
  }
}
