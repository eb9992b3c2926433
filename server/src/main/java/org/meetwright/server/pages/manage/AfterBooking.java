package org.meetwright.server.pages.manage;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.eventtype.Correspondence;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.text.TextPlace;
import org.meetwright.server.pages.text.PageTexts;
import org.meetwright.server.pages.text.TimeFormats;
import org.meetwright.server.pages.text.Visitor;
import org.meetwright.server.text.FilledText;
import org.meetwright.server.text.FilledText.Written;
import org.meetwright.server.text.LinkedText;
import org.meetwright.server.text.LinkedText.Piece;

/// What a host has for invitees who have booked.
///
/// @param note the host's own words; lines of plain text, may be empty
/// @param onward where they go on; null for nowhere
/// @param leaves whether the browser goes there now
public record AfterBooking(String note, @Nullable URI onward, boolean leaves) {
  /// Nothing.
  static final AfterBooking NOTHING = new AfterBooking("", null, false);

  /// Returns what a host has for the invitee of a booking.
  static AfterBooking of(
      Booking booking, EventType eventType, Visitor visitor, String manageUrl, boolean leaves) {
    TimeFormats formats = visitor.formats();
    Instant start = booking.start();
    long minutes = Duration.between(start, booking.end()).toMinutes();
    Written written =
        new Written(
            formats.fullDateAndTime(start),
            formats.fullDate(formats.date(start)),
            formats.time(start),
            PageTexts.duration(PageTexts.of(visitor.locale()), Math.toIntExact(minutes)),
            manageUrl);
    Correspondence correspondence = eventType.correspondence();
    String note =
        new FilledText(booking, written)
            .of(correspondence.texts(), TextPlace.CONFIRMATION, visitor.locale())
            .orElse("");
    return new AfterBooking(note, correspondence.redirectUrl(), leaves);
  }

  /// Returns the lines of the host's own words.
  public List<List<Piece>> lines() {
    return LinkedText.lines(note);
  }

  /// Returns where the browser goes now; null if it stays.
  public @Nullable String refresh() {
    return leaves && onward != null ? onward.toString() : null;
  }
}
