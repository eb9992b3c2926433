package org.meetwright.cli.imports.ics;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.meetwright.cli.imports.reading.Document;
import org.meetwright.cli.imports.reading.FittingWords;
import org.meetwright.cli.imports.reading.Gathering;
import org.meetwright.cli.imports.reading.KnownEventType;
import org.meetwright.cli.imports.reading.Places;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.calendar.item.event.CalendarEvent;
import org.meetwright.core.calendar.item.event.EventZones;
import org.meetwright.core.calendar.item.line.IcsLine;
import org.meetwright.core.imports.ImportReport.ItemKind;
import org.meetwright.core.imports.ImportedMeeting;
import org.meetwright.core.imports.ImportedMeeting.EventIdentity;
import org.meetwright.core.imports.ImportedMeeting.Invited;
import org.meetwright.core.imports.ImportedMeeting.State;
import org.meetwright.core.time.Interval;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.InvalidValueException;

/// Events of a host's calendar that are bookings: of each, the first attendee besides the host is
/// the invitee, the others are guests.
///
/// @param given the event type of all
/// @param hostEmail the host's address, by which he is not taken for an invitee
/// @param only what the name of an event must hold; empty for all
public record IcsEvents(
    Gathering gathering, KnownEventType given, EmailAddress hostEmail, String only) {
  /// Reads a file.
  ///
  /// @throws org.meetwright.cli.program.Failure if it is no calendar, or breaks off
  public void read(Document document) {
    IcsFile file = IcsFile.read(document);
    EventZones zones = new EventZones(file.zones(), gathering.zone());
    for (List<IcsLine> lines : file.events()) {
      String name = FittingWords.line(text(lines, "SUMMARY"), 100);
      if (name.toLowerCase(Locale.ROOT).contains(only.toLowerCase(Locale.ROOT))) {
        gathering.attempt(ItemKind.BOOKING, name, () -> read(lines, zones, name));
      }
    }
  }

  private void read(List<IcsLine> lines, EventZones zones, String name) {
    CalendarEvent event;
    try {
      event = CalendarEvent.of(lines, zones);
    } catch (DateTimeException wrong) {
      gathering.leftOut(ItemKind.BOOKING, name, "its time cannot be read");
      return;
    }
    Instant start = event.start().instant();
    Instant end = event.length().end(event.start());
    String what = start + " " + name;
    if (event.start().isDate()) {
      gathering.leftOut(ItemKind.BOOKING, what, "is a whole day");
    } else if (event.replaces() != null || repeats(event)) {
      gathering.leftOut(ItemKind.BOOKING, what, "repeats; only single events are bookings here");
    } else if (!end.isAfter(start)) {
      gathering.leftOut(ItemKind.BOOKING, what, "takes no time");
    } else {
      add(lines, event, new Interval(start, end), what);
    }
  }

  private static boolean repeats(CalendarEvent event) {
    return !event.repetition().rules().isEmpty() || !event.repetition().also().isEmpty();
  }

  private void add(List<IcsLine> lines, CalendarEvent event, Interval time, String what) {
    List<IcsLine> others = lines.stream().filter(this::isOther).toList();
    if (others.isEmpty()) {
      gathering.leftOut(ItemKind.BOOKING, what, "has no attendee besides the host");
      return;
    }
    String uid = text(lines, "UID");
    if (uid.isEmpty()) {
      throw new InvalidValueException("UID", "must not be missing");
    }
    IcsLine invitee = others.getFirst();
    List<EmailAddress> guests = new ArrayList<>();
    others.stream().skip(1).forEach(one -> guests.add(new EmailAddress(address(one))));
    String location = text(lines, "LOCATION");
    gathering.add(
        new ImportedMeeting(
            given.key(),
            given.name(),
            List.of(given.hostKey()),
            time,
            Places.booked(location.isEmpty() ? text(lines, "URL") : location),
            List.of(
                new Invited(
                    uid.length() <= 300 ? uid : FittingWords.hashed(uid),
                    FittingWords.invitee(
                        invitee.parameter("CN"),
                        address(invitee),
                        gathering.zone(),
                        FittingWords.locale(invitee.parameter("LANGUAGE"))),
                    guests,
                    List.of(),
                    FittingWords.lines(text(lines, "DESCRIPTION"), 5000),
                    new State(status(lines), false, ""),
                    new EventIdentity(uid, event.sequence()),
                    null))));
  }

  private static BookingStatus status(List<IcsLine> lines) {
    return text(lines, "STATUS").equalsIgnoreCase("CANCELLED")
        ? BookingStatus.CANCELLED
        : BookingStatus.CONFIRMED;
  }

  private boolean isOther(IcsLine line) {
    String kind = line.parameter("CUTYPE").toUpperCase(Locale.ROOT);
    return line.name().equals("ATTENDEE")
        && (kind.isEmpty() || kind.equals("INDIVIDUAL"))
        && !address(line).equalsIgnoreCase(hostEmail.value());
  }

  private static String address(IcsLine line) {
    return line.value().replaceFirst("(?i)^mailto:", "").strip();
  }

  private static String text(List<IcsLine> lines, String name) {
    return lines.stream()
        .filter(line -> line.name().equals(name))
        .findFirst()
        .map(IcsLine::plain)
        .map(String::strip)
        .orElse("");
  }
}
