package org.meetwright.core.eventtype;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;

/// Where a meeting takes place.
///
/// @param value the address, the telephone number, the http(s) link, its pattern, or any other
///   line; at most 500 characters. Empty if the invitee gives it (`PHONE`, `IN_PERSON`) or it is
///   made later (`GENERATED_LINK`)
/// @param giver of a booked phone call: whose number it is; null otherwise, or if that is not known
public record Location(LocationKind kind, String value, @Nullable Giver giver) {
  /// What stands in the pattern of a generated link for what no one can guess.
  public static final String RANDOM = "{random}";

  /// How long a value may be, in characters.
  public static final int LONGEST = 500;

  /// What the value is.
  public enum LocationKind {
    IN_PERSON("inPerson", "in_person"),
    /// The host's number; without one, the host calls the invitee's.
    PHONE("phone", "phone"),
    /// One link for all meetings.
    LINK("link", "link"),
    /// A link that is made once a meeting.
    GENERATED_LINK("generated_link", "generated_link"),
    /// Made by the calendar that the meeting is written to.
    CONFERENCE("conference", "conference"),
    OTHER("other", "custom");

    private final String word;
    private final String wordInList;

    LocationKind(String word, String wordInList) {
      this.word = word;
      this.wordInList = wordInList;
    }

    /// Returns the word that stands for the kind in the database and in a single location.
    public String word() {
      return word;
    }

    /// Returns the word that stands for the kind in a list of locations.
    public String wordInList() {
      return wordInList;
    }

    /// Returns the kind of a word, of either of its two.
    ///
    /// @throws InvalidValueException (field `kind`) if there is none
    public static LocationKind of(String word) {
      return Arrays.stream(values())
          .filter(kind -> kind.word.equals(word) || kind.wordInList.equals(word))
          .findFirst()
          .orElseThrow(
              () ->
                  new InvalidValueException(
                      "kind",
                      "must be in_person, phone, link, generated_link, conference or custom, not "
                          + InvalidValueException.shown(word)));
    }
  }

  /// The side that gives a telephone number; the other one calls it.
  public enum Giver {
    HOST,
    INVITEE;

    /// Returns the word that stands for it.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Creates a location.
  ///
  /// @throws InvalidValueException as the other constructor does
  public Location(LocationKind kind, String value) {
    this(kind, value, null);
  }

  /// Creates the location.
  ///
  /// @throws InvalidValueException (field `value`) if it is not one line, is missing, or a link is
  ///   none
  public Location {
    boolean mayBeEmpty = kind != LocationKind.LINK && kind != LocationKind.OTHER;
    value =
        mayBeEmpty
            ? Text.optionalLine("value", value, LONGEST)
            : Text.line("value", value, LONGEST);
    if (kind == LocationKind.LINK && !isWebLink(value)) {
      throw new InvalidValueException(
          "value", "must be an http or https link, not " + InvalidValueException.shown(value));
    }
  }

  /// Returns a location that an event type can offer.
  ///
  /// @throws InvalidValueException (field `kind` or `value`) if it cannot be offered, or as the
  ///   constructor does
  public static Location offered(LocationKind kind, String value) {
    if (kind == LocationKind.CONFERENCE) {
      throw new InvalidValueException(
          "kind",
          "can't be conference yet: no calendar is connected that could make one; use"
              + " generated_link or link");
    }
    Location location = new Location(kind, value);
    if (kind == LocationKind.GENERATED_LINK && !isWebLink(location.made("0").value())) {
      throw new InvalidValueException(
          "value",
          "must be an http or https link with {random} in it, such as"
              + " https://meet.jit.si/{random}, not "
              + InvalidValueException.shown(value));
    }
    return location;
  }

  /// Returns the link of a pattern.
  ///
  /// @param random what stands for `{random}`
  public Location made(String random) {
    return new Location(kind, value.replace(RANDOM, random));
  }

  /// Returns whether it is a pattern that makes the same link for all meetings.
  public boolean canBeGuessed() {
    return kind == LocationKind.GENERATED_LINK && !value.contains(RANDOM);
  }

  /// Returns whether the invitee has to say where: his telephone number, or an address.
  public boolean isGivenByInvitee() {
    return value.isEmpty() && (kind == LocationKind.PHONE || kind == LocationKind.IN_PERSON);
  }

  /// Returns the link to the meeting; null if it is no link, or is not made yet.
  public @Nullable URI link() {
    return switch (kind) {
      case LINK, GENERATED_LINK, CONFERENCE ->
          value.isEmpty() || value.contains(RANDOM) ? null : URI.create(value);
      case IN_PERSON, PHONE, OTHER -> null;
    };
  }

  /// Returns the same location without a value that only the people in a meeting may know.
  public Location inPublic() {
    return kind == LocationKind.GENERATED_LINK ? new Location(kind, "") : this;
  }

  private static boolean isWebLink(String value) {
    try {
      URI uri = URI.create(value);
      return ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
          && uri.getHost() != null;
    } catch (IllegalArgumentException notAUri) {
      return false;
    }
  }
}
