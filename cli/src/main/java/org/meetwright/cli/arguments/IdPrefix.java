package org.meetwright.cli.arguments;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.meetwright.cli.program.Failure;
import org.meetwright.core.value.InvalidValueException;

/// An id, or how it begins.
///
/// @param digits hexadecimal, 4 to 32
public record IdPrefix(String digits) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{4,32}");
  private static final int ALL = 32;

  /// Creates it.
  ///
  /// @throws InvalidValueException if it is not the beginning of an id
  public IdPrefix {
    if (!FORM.matcher(digits).matches()) {
      throw new InvalidValueException(
          "",
          "must be an id as the lists print it, or at least its first 4 digits, such as"
              + " 01a21b0f-38, not "
              + InvalidValueException.shown(digits));
    }
  }

  /// Reads one.
  ///
  /// @throws InvalidValueException if it is not the beginning of an id
  public static IdPrefix parse(String text) {
    try {
      return new IdPrefix(text.strip().replace("-", "").toLowerCase(Locale.ROOT));
    } catch (InvalidValueException wrong) {
      throw new InvalidValueException(
          "",
          "must be an id as the lists print it, or at least its first 4 digits, such as"
              + " 01a21b0f-38, not "
              + InvalidValueException.shown(text));
    }
  }

  /// Returns whether it is a whole id.
  public boolean isWhole() {
    return digits.length() == ALL;
  }

  /// Returns the first id that begins so.
  public UUID first() {
    return filled('0');
  }

  /// Returns the last id that begins so.
  public UUID last() {
    return filled('f');
  }

  private UUID filled(char digit) {
    String whole = digits + String.valueOf(digit).repeat(ALL - digits.length());
    return new UUID(
        HexFormat.fromHexDigitsToLong(whole, 0, ALL / 2),
        HexFormat.fromHexDigitsToLong(whole, ALL / 2, ALL));
  }

  /// Returns whether an id begins so.
  public boolean begins(UUID id) {
    return id.toString().replace("-", "").startsWith(digits);
  }

  /// Returns the only id that begins so.
  ///
  /// @param ids those that there are, or two of those that begin so
  /// @param kind one of them, such as `booking`
  /// @param list how to see them all
  /// @throws Failure if none does, or several do
  public UUID only(List<UUID> ids, String kind, String list) {
    List<UUID> found = ids.stream().filter(this::begins).limit(2).toList();
    return switch (found.size()) {
      case 1 -> found.getFirst();
      case 0 ->
          throw new Failure("There is no " + kind + " " + this + "; see which there are: " + list);
      default ->
          throw new Failure(
              "Several ids begin with "
                  + this
                  + ", such as "
                  + found.getFirst()
                  + " and "
                  + found.getLast()
                  + "; give more of it.");
    };
  }

  @Override
  public String toString() {
    return isWhole() ? first().toString() : digits;
  }
}
