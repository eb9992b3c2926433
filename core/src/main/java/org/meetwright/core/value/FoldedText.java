package org.meetwright.core.value;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Text folded so that a search finds it however it is typed: without case, accents and ligatures.
/// The program alone folds, and keeps the result in columns; the databases, which fold by the
/// locale they were made with, only compare.
///
/// When its result changes, the columns are rebuilt (see `KeyMigration`).
public final class FoldedText {
  /// How much of a text can be searched, in characters of its folded form.
  public static final int LONGEST = 20_000;

  /// Accents and vowel points, but not the marks that make another kana.
  private static final Pattern MARKS =
      Pattern.compile(
          "[\\p{Cf}[\\p{Mn}&&[\\p{IsInherited}\\p{IsHebrew}\\p{IsArabic}]]&&[^\\u3099\\u309A]]");

  /// Letters that Unicode does not take apart.
  private static final Map<String, String> LETTERS =
      Map.of(
          "ø", "o", "ł", "l", "đ", "d", "ð", "d", "ħ", "h", "ŧ", "t", "æ", "ae", "œ", "oe", "þ",
          "th", "ς", "σ");

  private static final Pattern LETTER =
      Pattern.compile("[" + String.join("", LETTERS.keySet()) + "]");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private FoldedText() {}

  /// Returns the folded form of a text.
  public static String of(String text) {
    String plain =
        MARKS
            .matcher(Normalizer.normalize(text, Form.NFKD))
            .replaceAll(Matcher.quoteReplacement(""));
    // Upper case first: it knows more pairs, such as that of a sharp s.
    String lower = plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return LETTER.matcher(lower).replaceAll(found -> LETTERS.getOrDefault(found.group(), ""));
  }

  /// Returns the folded form of several texts, a line each, for a column that is searched.
  ///
  /// @param longest the most characters the column holds
  public static String key(int longest, String... texts) {
    String key = Arrays.stream(texts).map(FoldedText::of).collect(Collectors.joining("\n"));
    if (key.length() <= longest) {
      return key;
    }
    // Not in the middle of a character.
    int end = Character.isHighSurrogate(key.charAt(longest - 1)) ? longest - 1 : longest;
    return key.substring(0, end);
  }

  /// Returns a pattern for `LIKE` for each word of a search, which finds it anywhere in a folded
  /// text; the escape character is `!`.
  public static List<String> patterns(String search) {
    return SPACE
        .splitAsStream(of(search))
        .filter(word -> !word.isEmpty())
        .distinct()
        .map(FoldedText::pattern)
        .toList();
  }

  /// Returns the pattern for `LIKE` that finds a text anywhere; the escape character is `!`.
  static String pattern(String text) {
    return "%" + text.replaceAll("([!%_])", "!$1") + "%";
  }
}
