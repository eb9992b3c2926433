package org.meetwright.server.pages.account.bookings;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Bookings.Position;

/// Where a page of a list begins, as its address says it.
public final class ListPosition {
  private ListPosition() {}

  /// Returns the query of a page of a list.
  ///
  /// @param after null for the first page
  static String query(ListKind kind, String search, @Nullable Position after) {
    String query = "?view=" + kind.word();
    if (!search.isEmpty()) {
      query += "&q=" + URLEncoder.encode(search, StandardCharsets.UTF_8);
    }
    return after == null ? query : query + "&after=" + print(after);
  }

  /// Returns the text of a position.
  public static String print(Position position) {
    return position.start() + "_" + position.id();
  }

  /// Returns the position; null for the first page, also where the address makes no sense.
  public static @Nullable Position parse(String text) {
    int end = text.indexOf('_');
    if (end < 0) {
      return null;
    }
    try {
      Instant start = Instant.parse(text.substring(0, end));
      return start.isBefore(Instant.parse("1900-01-01T00:00:00Z"))
              || start.isAfter(Instant.parse("9999-01-01T00:00:00Z"))
          ? null
          : new Position(start, UUID.fromString(text.substring(end + 1)));
    } catch (DateTimeException | IllegalArgumentException notOurs) {
      return null;
    }
  }
}
