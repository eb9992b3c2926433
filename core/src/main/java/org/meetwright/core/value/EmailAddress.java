package org.meetwright.core.value;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An e-mail address as people use them: `local@domain` of RFC 5321 section 4.1.2 without quoted
/// local parts and address literals, at most 254 characters. Letters outside ASCII are allowed (RFC
/// 6531), in domains those that make a name of the DNS (RFC 3490).
///
/// @param value the address as it was typed, in the normal form of Unicode (NFC), without what
///   cannot be seen and was pasted along: white space of every kind, joiners, marks of direction
public record EmailAddress(String value) {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*"
              + "@[\\p{L}\\p{N}]([\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}])?"
              + "(\\.[\\p{L}\\p{N}]([\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}])?)*");
  private static final String KELVIN = "\u212A";
  private static final String STANDS_FOR_KELVIN = "\uE000";

  /// How long an address may be, in characters.
  public static final int LONGEST = 254;

  private static final int LONGEST_LOCAL_PART = 64;
  private static final String NO_BREAK_SPACES = "\u00A0\u2007\u202F";
  private static final int FIRST_WIDE = 0xFF01;
  private static final int LAST_WIDE = 0xFF5E;

  /// Creates the address.
  ///
  /// @throws InvalidValueException (field `email`) if it is none
  public EmailAddress {
    String typed = value;
    value = clean(value);
    if (typed.chars().anyMatch(Character::isISOControl)
        || value.length() > LONGEST
        || value.indexOf('@') > LONGEST_LOCAL_PART
        || !ADDRESS.matcher(value).matches()
        || !isDomain(value.substring(value.indexOf('@') + 1))) {
      throw new InvalidValueException(
          "email",
          "must be an e-mail address like ada@example.org, not "
              + InvalidValueException.shown(typed));
    }
  }

  /// Takes away what nobody sees and nobody typed, and writes the signs of Asian keyboards as mail
  /// does.
  private static String clean(String typed) {
    StringBuilder clean = new StringBuilder();
    Text.trimmed(typed)
        .codePoints()
        .filter(character -> !Text.isUnseen(character) && NO_BREAK_SPACES.indexOf(character) < 0)
        .forEach(character -> clean.appendCodePoint(narrow(character)));
    return composed(clean.toString());
  }

  /// Returns the normal form of Unicode (NFC), but with the Kelvin sign, which it would turn into a
  /// K: that is another mailbox. No address holds what stands for it meanwhile.
  private static String composed(String text) {
    String kept = text.replace(KELVIN, STANDS_FOR_KELVIN);
    return Normalizer.normalize(kept, Normalizer.Form.NFC).replace(STANDS_FOR_KELVIN, KELVIN);
  }

  private static int narrow(int character) {
    boolean wide = character >= FIRST_WIDE && character <= LAST_WIDE;
    return wide ? character - FIRST_WIDE + '!' : character == '\u3002' ? '.' : character;
  }

  private static boolean isDomain(String domain) {
    try {
      return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).length() <= LONGEST;
    } catch (IllegalArgumentException none) {
      return false;
    }
  }

  /// Returns the part before the `@`.
  public String localPart() {
    return value.substring(0, value.indexOf('@'));
  }

  /// Returns the domain as the DNS knows it: in ASCII (RFC 3490).
  public String asciiDomain() {
    return IDN.toASCII(value.substring(value.indexOf('@') + 1), IDN.ALLOW_UNASSIGNED);
  }

  /// Returns the form in which two spellings of one mailbox are equal, and those of two are not:
  /// folded without regard to a locale, the domain as the DNS knows it. What looks like an ASCII
  /// letter, such as the Kelvin sign, never becomes one: the mailbox is another. It is kept in
  /// columns; when the key of an address changes, they are rebuilt (see `KeyMigration`).
  public String key() {
    return folded(localPart()) + "@" + asciiDomain().toLowerCase(Locale.ROOT);
  }

  private static String folded(String text) {
    if (text.chars().allMatch(EmailAddress::isAscii)) {
      return text.toLowerCase(Locale.ROOT);
    }
    return composed(text)
        .codePoints()
        .map(EmailAddress::folded)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static int folded(int character) {
    int folded = Character.toLowerCase(Character.toUpperCase(character));
    return isAscii(folded) && !isAscii(character) ? character : folded;
  }

  private static boolean isAscii(int character) {
    return character < 0x80;
  }

  /// Two addresses are the same when they are spellings of one mailbox.
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
