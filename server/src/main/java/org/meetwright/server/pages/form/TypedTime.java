package org.meetwright.server.pages.form;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.meetwright.core.schedule.LocalHours;

/// Reads times of day as people write them: `9`, `9:00`, `9.30`, `0930`, `5 pm`, `17 Uhr`, `17h30`,
/// `午後5時`, with the digits of all scripts.
public final class TypedTime {
  /// How long a time may be as it is typed, in characters.
  public static final int LONGEST = 30;

  private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s\\p{Cf}]");

  private static final String MORNING = "am?|a\\.m\\.?|ص|صباحا|午前|上午";
  private static final String EVENING = "pm?|p\\.m\\.?|م|مساء|午後|下午";
  private static final String HOUR = "uhr|hrs?|h|時|时|點|点";

  private static final Pattern FORM =
      Pattern.compile(
          """
          (?<before>%1$s|%2$s)?(?<hour>\\d{1,2})
          (?:(?:[:.,\u2236\u066B]|%3$s)(?<minute>\\d{2})?|(?<joined>\\d{2}))?
          (?:%3$s|min|分)?(?<after>%1$s|%2$s)?
          """
              .formatted(MORNING, EVENING, HOUR),
          Pattern.COMMENTS);

  private TypedTime() {}

  /// Returns the minutes after midnight of a time; empty if it is none. `24:00` is the end of a
  /// day.
  public static OptionalInt read(String typed) {
    Matcher time = FORM.matcher(plain(typed));
    if (!time.matches()) {
      return OptionalInt.empty();
    }
    int hour = Integer.parseInt(time.group("hour"));
    int minute =
        Optional.ofNullable(time.group("minute"))
            .or(() -> Optional.ofNullable(time.group("joined")))
            .map(Integer::parseInt)
            .orElse(0);
    String half =
        Optional.ofNullable(time.group("after"))
            .or(() -> Optional.ofNullable(time.group("before")))
            .orElse("");
    return half.isEmpty() ? of(hour, minute) : ofHalf(hour, minute, half.matches(EVENING));
  }

  private static OptionalInt of(int hour, int minute) {
    int minutes = hour * 60 + minute;
    return minute < 60 && minutes <= LocalHours.DAY ? OptionalInt.of(minutes) : OptionalInt.empty();
  }

  private static OptionalInt ofHalf(int hour, int minute, boolean evening) {
    if (evening && hour > 12) {
      return of(hour, minute);
    }
    return hour > 12 ? OptionalInt.empty() : of(hour % 12 + (evening ? 12 : 0), minute);
  }

  private static String plain(String typed) {
    StringBuilder plain = new StringBuilder();
    Normalizer.normalize(SPACES.matcher(typed).replaceAll(""), Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(
            character -> {
              int digit = Character.digit(character, 10);
              plain.appendCodePoint(digit < 0 ? character : '0' + digit);
            });
    return plain.toString();
  }
}
