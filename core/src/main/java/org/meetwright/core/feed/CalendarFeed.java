package org.meetwright.core.feed;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;

/// A feed of a host's meetings, without its secret.
///
/// @param name what the host calls it, and calendars that show it; at most 100 characters, may be
///   empty
/// @param lastReadAt to an hour; null if it was never read
public record CalendarFeed(
    UUID id,
    UUID hostId,
    String name,
    FeedKind kind,
    Instant createdAt,
    @Nullable Instant lastReadAt) {
  /// How long the name of a feed may be, in characters.
  public static final int LONGEST_NAME = 100;

  /// How much a feed tells.
  public enum FeedKind {
    /// With whom, about what and where.
    FULL,
    /// Only when the host is busy.
    BUSY;

    /// Returns the word that stands for the kind outside the program.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// Returns the kind of a word.
    ///
    /// @throws InvalidValueException (field `kind`) if there is none
    public static FeedKind of(String word) {
      return Arrays.stream(values())
          .filter(kind -> kind.word().equals(word))
          .findFirst()
          .orElseThrow(
              () ->
                  new InvalidValueException(
                      "kind", "must be full or busy, not " + InvalidValueException.shown(word)));
    }
  }

  /// Creates the feed.
  ///
  /// @throws InvalidValueException (field `name`) if the name is too long or not one line
  public CalendarFeed {
    name = Text.optionalLine("name", name, LONGEST_NAME);
  }
}
