package org.meetwright.core.value;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;

/// Checks the names that strangers give themselves. Others read them above and inside mail of ours,
/// so they hold no web address, and nothing that cannot be seen.
public final class PersonName {
  /// How long a name may be, in characters.
  public static final int LONGEST = 100;

  /// What joins or parts letters in Persian, in the scripts of India, and in emoji.
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;

  private static final int ZERO_WIDTH_JOINER = 0x200D;

  /// Letters and symbols that are seen as nothing, and what Unicode lets programs leave out.
  private static final int[][] UNSEEN = {
    {0x034F, 0x034F}, {0x115F, 0x1160}, {0x17B4, 0x17B5}, {0x180B, 0x180F}, {0x2028, 0x2029},
    {0x2065, 0x2065}, {0x2800, 0x2800}, {0x3164, 0x3164}, {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFF8},
    {0xE0000, 0xE0FFF}
  };

  private static final int[][] VARIATIONS = {{0xFE00, 0xFE0F}, {0xE0100, 0xE01EF}};

  private static final Set<Character.UnicodeScript> WITHOUT_JOINERS =
      Set.of(
          Character.UnicodeScript.LATIN,
          Character.UnicodeScript.GREEK,
          Character.UnicodeScript.CYRILLIC);

  private PersonName() {}

  /// Returns a name that is fit for others to read: checked as one line of 1 to 100 characters, in
  /// which nothing is unseen, and neither `://` nor `www.` stands.
  ///
  /// @throws InvalidValueException if it is not
  public static String checked(String field, String name) {
    String line = Text.line(field, name, LONGEST);
    if (holdsUnseen(line)) {
      throw new InvalidValueException(
          field,
          "must be a name without invisible characters: " + InvalidValueException.shown(name));
    }
    // In the form in which wide and ornamental letters are plain ones.
    String plain = Normalizer.normalize(line, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    if (plain.contains("://") || plain.contains("www.")) {
      throw new InvalidValueException(
          field, "must be a name without a web address: " + InvalidValueException.shown(name));
    }
    return line;
  }

  private static boolean holdsUnseen(String line) {
    int[] all = line.codePoints().toArray();
    for (int i = 0; i < all.length; i++) {
      if (!fits(all, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean fits(int[] all, int i) {
    if (isIn(VARIATIONS, all[i])) {
      return i > 0 && isSeen(all[i - 1]);
    }
    if (all[i] == ZERO_WIDTH_JOINER || all[i] == ZERO_WIDTH_NON_JOINER) {
      return isBetween(all, i, PersonName::mayBeJoined);
    }
    return isSeen(all[i]) || Character.isSpaceChar(all[i]);
  }

  private static boolean isBetween(int[] all, int i, IntPredicate neighbours) {
    return i > 0
        && i < all.length - 1
        && neighbours.test(all[i - 1])
        && neighbours.test(all[i + 1]);
  }

  private static boolean mayBeJoined(int character) {
    return isIn(VARIATIONS, character)
        || (isSeen(character)
            && !WITHOUT_JOINERS.contains(Character.UnicodeScript.of(character))
            && (Character.isLetter(character) || isMarkOrSymbol(character)));
  }

  private static boolean isMarkOrSymbol(int character) {
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.OTHER_SYMBOL,
          Character.MODIFIER_SYMBOL ->
          true;
      default -> false;
    };
  }

  private static boolean isSeen(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> !isIn(UNSEEN, character) && !isIn(VARIATIONS, character);
    };
  }

  private static boolean isIn(int[][] ranges, int character) {
    for (int[] range : ranges) {
      if (range[0] <= character && character <= range[1]) {
        return true;
      }
    }
    return false;
  }
}
