package org.meetwright.server.pages.booking;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.desk.BookRequest;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.pages.frame.Shell;
import org.meetwright.server.pages.host.EventInfo;
import org.meetwright.server.pages.manage.BookingView.Answered;
import org.meetwright.server.pages.picker.OtherTime;
import org.meetwright.server.pages.text.TimeFormats;
import org.meetwright.server.text.ZoneNames;

/// The page on which an invitee confirms a request to book.
///
/// Wide: the template reads each of them by its name.
///
/// @param start the wished time, as it is sent
/// @param others times that are free instead; empty if the wished one still is
/// @param sending where the form goes, and what it carries
public record ConfirmView(
    Shell shell,
    EventInfo event,
    String start,
    String date,
    String times,
    String zone,
    String invitee,
    String email,
    List<String> guests,
    List<Answered> answers,
    String notes,
    List<OtherTime> others,
    @Nullable String notice,
    Sending sending) {

  /// Where the form goes, and what it carries.
  ///
  /// @param back where another time is chosen
  public record Sending(String action, String proof, String back) {}

  /// A request to book, and the event type that it is about.
  ///
  /// @param end when what is booked ends
  public record Wished(EventType eventType, BookRequest request, Instant end) {}

  /// Shows a wish.
  public static ConfirmView of(
      Shell shell,
      EventInfo event,
      Wished wished,
      TimeFormats formats,
      List<Instant> others,
      @Nullable String notice,
      Sending sending) {
    BookRequest wish = wished.request();
    Instant start = wish.start();
    return new ConfirmView(
        shell,
        event,
        start.toString(),
        formats.fullDate(formats.date(start)),
        formats.times(start, wished.end()),
        ZoneNames.full(formats.zone(), start),
        wish.invitee().name(),
        wish.invitee().email().value(),
        wish.guests().stream().map(EmailAddress::value).toList(),
        Answered.all(wished.eventType().questions(), wish.answers(), shell.texts()),
        wish.notes(),
        OtherTime.all(others, formats),
        notice,
        sending);
  }
}
