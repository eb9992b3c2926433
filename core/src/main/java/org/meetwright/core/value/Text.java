package org.meetwright.core.value;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Checks of text that people type.
public final class Text {
  /// Control characters, and what makes text read in another order than it is written.
  private static final String UNFIT = "\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069";

  private static final Pattern LINE_BREAKING = Pattern.compile("[" + UNFIT + "\\u2028\\u2029]");
  private static final Pattern CONTROL = Pattern.compile("[" + UNFIT + "&&[^\\n\\t]]");

  /// What fills a place without being seen, though Unicode calls it a letter or a symbol.
  private static final String FILLERS = "\u115F\u1160\u2800\u3164\uFFA0";

  private Text() {}

  /// Returns whether a character cannot be seen and takes no place: joiners, marks of direction,
  /// soft hyphens and the like.
  public static boolean isUnseen(int character) {
    return Character.getType(character) == Character.FORMAT;
  }

  /// Returns the text without what cannot be seen at its edges: white space of every kind, and what
  /// was pasted along; empty if nothing of it can be seen.
  public static String trimmed(String text) {
    int[] all = text.codePoints().toArray();
    int from = 0;
    int to = all.length;
    while (from < to && isBlank(all[from])) {
      from++;
    }
    while (to > from && isBlank(all[to - 1])) {
      to--;
    }
    boolean seen = Arrays.stream(all, from, to).anyMatch(Text::isSeen);
    return seen ? new String(all, from, to - from) : "";
  }

  private static boolean isBlank(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || isUnseen(character);
  }

  private static boolean isSeen(int character) {
    return !isBlank(character)
        && Character.getType(character) != Character.NON_SPACING_MARK
        && FILLERS.indexOf(character) < 0;
  }

  /// Returns the text without surrounding white space, checked to be one line of 1 to `longest`
  /// characters that can be seen, without control characters.
  ///
  /// @throws InvalidValueException if it is not
  public static String line(String field, @Nullable String text, int longest) {
    String stripped = optionalLine(field, text, longest);
    if (stripped.isEmpty()) {
      throw new InvalidValueException(field, "must not be empty");
    }
    return stripped;
  }

  /// Like [#line], but empty and null are allowed and answered with the empty string.
  ///
  /// @throws InvalidValueException if the text is too long or holds a control character
  public static String optionalLine(String field, @Nullable String text, int longest) {
    String stripped = text == null ? "" : trimmed(text);
    // At its edges too: who sends a line break there tries something.
    if (text != null && LINE_BREAKING.matcher(text).find()) {
      throw new InvalidValueException(
          field,
          "must be one line without control characters: " + InvalidValueException.shown(text));
    }
    return checkedLength(field, stripped, longest);
  }

  /// Returns text of several lines, at most `longest` characters, with line ends as `\n`. Null is
  /// answered with the empty string.
  ///
  /// @throws InvalidValueException if the text is too long or holds a control character other than
  ///   line ends and tabs
  public static String lines(String field, @Nullable String text, int longest) {
    String read = text == null ? "" : text.replace("\r\n", "\n").replace('\r', '\n');
    String stripped = trimmed(read);
    if (CONTROL.matcher(read.strip()).find()) {
      throw new InvalidValueException(
          field, "must not hold control characters: " + InvalidValueException.shown(text));
    }
    return checkedLength(field, stripped, longest);
  }

  /// Returns whether a database can hold the text; PostgreSQL fails even when asked for one with a
  /// NUL.
  public static boolean isStorable(String text) {
    return text.indexOf('\0') < 0;
  }

  private static String checkedLength(String field, String text, int longest) {
    if (text.length() > longest) {
      throw new InvalidValueException(
          field, "must be at most " + longest + " characters long, not " + text.length());
    }
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (i + 1 == text.length()
            || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
          throw new InvalidValueException(field, "must be well-formed Unicode");
        }
        i++;
      }
    }
    return text;
  }

  /// Returns the number, checked to lie between two others, both inclusive.
  ///
  /// @throws InvalidValueException if it does not
  public static int number(String field, int number, int least, int most) {
    if (number < least || number > most) {
      throw new InvalidValueException(
          field, "must be between " + least + " and " + most + ", not " + number);
    }
    return number;
  }
}
