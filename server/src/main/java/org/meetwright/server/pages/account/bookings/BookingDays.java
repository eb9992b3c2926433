package org.meetwright.server.pages.account.bookings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Caller;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.MeetingHost;
import org.meetwright.core.booking.notice.BookingNotice.Audience;
import org.meetwright.server.pages.account.booking.OwnBookings;
import org.meetwright.server.pages.account.booking.StateLabel;
import org.meetwright.server.pages.account.bookings.BookingsPageView.Day;
import org.meetwright.server.pages.account.bookings.BookingsPageView.Row;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.text.TimeFormats;
import org.meetwright.server.text.WrittenPlace;

/// Groups bookings by the days of the host's zone.
public record BookingDays(AccountRequest asked, Caller caller, Instant now) {
  /// Returns bookings by the host's date, in their order.
  public List<Day> group(List<Booking> bookings) {
    TimeFormats formats = asked.formats(caller);
    Map<LocalDate, List<Row>> rows = new LinkedHashMap<>();
    for (Booking booking : bookings) {
      rows.computeIfAbsent(formats.date(booking.start()), date -> new ArrayList<>())
          .add(row(booking, formats));
    }
    List<Day> days = new ArrayList<>();
    rows.forEach((date, ofDate) -> days.add(new Day(title(date, formats), ofDate)));
    return days;
  }

  /// Returns the heading of a date.
  public String title(LocalDate date, TimeFormats formats) {
    LocalDate today = formats.date(now);
    String written = date.getYear() == today.getYear() ? formats.day(date) : formats.fullDate(date);
    if (date.equals(today)) {
      return asked.words().get("bookings.today", written);
    }
    return date.equals(today.plusDays(1))
        ? asked.words().get("bookings.tomorrow", written)
        : written;
  }

  private Row row(Booking booking, TimeFormats formats) {
    String address = asked.link(OwnBookings.path(booking.id()));
    boolean answerable = booking.status() == BookingStatus.PENDING && now.isBefore(booking.start());
    return new Row(
        address,
        formats.times(booking.start(), booking.end()),
        booking.invitee().name(),
        what(booking),
        WrittenPlace.of(booking, Audience.HOST, asked.request().language()).orElse(null),
        StateLabel.unusual(booking, asked.words()),
        answerable ? address + "/confirm" : null,
        booking.version());
  }

  private String what(Booking booking) {
    return Stream.of(booking.eventTypeName(), others(booking))
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" · "));
  }

  /// Returns who else meets the invitee; null if nobody does.
  private @Nullable String others(Booking booking) {
    List<String> names =
        booking.hosts().stream()
            .filter(host -> !host.id().equals(caller.host().id()))
            .map(MeetingHost::name)
            .toList();
    return names.isEmpty() ? null : asked.words().get("bookings.with", asked.words().list(names));
  }
}
