package org.meetwright.core.value;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The keys of several e-mail addresses as one column holds them: each between commas, so that one
/// is found as a whole.
public final class EmailKeys {
  private EmailKeys() {}

  /// Returns the column's text; empty if there are no addresses.
  public static String of(Collection<EmailAddress> addresses) {
    return column(addresses.stream().map(EmailAddress::key));
  }

  /// Returns the column's text for addresses as they are stored: those with commas between them,
  /// too.
  public static String ofStored(List<String> stored) {
    return column(
        stored.stream().flatMap(text -> Stream.of(text.split(","))).map(EmailKeys::ofOne));
  }

  private static String column(Stream<String> keys) {
    String joined =
        keys.filter(key -> !key.isEmpty()).distinct().sorted().collect(Collectors.joining(","));
    return joined.isEmpty() ? "" : "," + joined + ",";
  }

  /// Returns the key of an address as it is stored. One that an earlier version took and this one
  /// does not is its own key.
  public static String ofOne(String stored) {
    try {
      return stored.isEmpty() ? "" : new EmailAddress(stored).key();
    } catch (InvalidValueException fromEarlier) {
      return stored;
    }
  }

  /// Returns whether a stored text is an address, whatever its spelling.
  public static boolean isSame(String stored, EmailAddress email) {
    return ofOne(stored).equals(email.key());
  }

  /// Returns the pattern for `LIKE` that finds an address in such a column, with `!` as the escape
  /// character.
  public static String pattern(EmailAddress email) {
    return FoldedText.pattern("," + email.key() + ",");
  }
}
