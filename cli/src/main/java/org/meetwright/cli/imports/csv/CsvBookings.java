package org.meetwright.cli.imports.csv;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.imports.csv.CsvRow.Cell;
import org.meetwright.cli.imports.reading.Document;
import org.meetwright.cli.imports.reading.FittingWords;
import org.meetwright.cli.imports.reading.Gathering;
import org.meetwright.cli.imports.reading.KnownEventType;
import org.meetwright.cli.imports.reading.Places;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.imports.ImportReport.ItemKind;
import org.meetwright.core.imports.ImportedHost;
import org.meetwright.core.imports.ImportedMeeting;
import org.meetwright.core.imports.ImportedMeeting.EventIdentity;
import org.meetwright.core.imports.ImportedMeeting.Invited;
import org.meetwright.core.imports.ImportedMeeting.State;
import org.meetwright.core.time.Interval;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.InvalidValueException;

/// Bookings as CSV, a row each: of Calendly, Acuity, Meetwright, or whoever names the columns so.
public final class CsvBookings {
  private static final List<String> START =
      List.of("startdatetime", "start", "starttime", "startsat");
  private static final List<String> END = List.of("enddatetime", "end", "endtime", "endsat");
  private static final List<String> LENGTH = List.of("durationminutes", "duration", "length");
  private static final List<String> EMAIL =
      List.of("inviteeemail", "email", "attendeeemail", "clientemail", "customeremail");
  private static final List<String> NAME =
      List.of("inviteename", "name", "attendeename", "clientname", "customername");
  private static final List<String> FIRST = List.of("inviteefirstname", "firstname");
  private static final List<String> LAST = List.of("inviteelastname", "lastname");
  private static final List<String> ZONE = List.of("inviteetimezone", "timezone");
  private static final List<String> TYPE =
      List.of("eventtypename", "eventtype", "type", "service", "appointmenttype", "title");
  private static final List<String> HOST =
      List.of("useremail", "hostemail", "host", "hosts", "calendar", "provider");
  private static final List<String> HOST_NAME = List.of("username", "hostname");
  private static final List<String> ID =
      List.of("inviteeuuid", "bookinguid", "bookingid", "appointmentid", "id", "uid");
  private static final List<String> UID = List.of("icsuid", "icaluid", "calendaruid");
  private static final List<String> STATUS = List.of("status", "canceled", "cancelled");
  private static final List<String> CREATED =
      List.of("eventcreateddatetime", "createdat", "datescheduled");

  private final Gathering gathering;
  private final CsvTimes times;
  private final @Nullable KnownEventType given;
  private final Set<String> made = new HashSet<>();

  /// Creates the reader.
  ///
  /// @param order of day and month where they are numbers; null if it was not said
  /// @param given the event type of all rows; null if each names its own
  public CsvBookings(
      Gathering gathering, @Nullable DateOrder order, @Nullable KnownEventType given) {
    this.gathering = gathering;
    this.times = new CsvTimes(gathering.zoneGiven() ? gathering.zone() : null, order);
    this.given = given;
    if (given != null) {
      given.addTo(gathering);
    }
  }

  /// What several invitees share.
  private record Slot(
      String typeKey, String typeName, String hostKey, Instant start, Instant end) {}

  /// Reads a file.
  ///
  /// @throws org.meetwright.cli.program.Failure naming row, column and value of what cannot be read
  public void read(Document document) {
    Map<Slot, List<Invited>> meetings = new LinkedHashMap<>();
    Map<Slot, String> places = new LinkedHashMap<>();
    for (CsvRow row : CsvFile.read(document).rows()) {
      Slot slot = slot(row);
      places.putIfAbsent(slot, row.textOr(List.of("location")));
      meetings.computeIfAbsent(slot, _ -> new ArrayList<>()).add(invited(row, slot));
    }
    meetings.forEach(
        (slot, invited) ->
            gathering.attempt(
                ItemKind.BOOKING,
                slot.start() + " " + slot.typeName(),
                () ->
                    gathering.add(
                        new ImportedMeeting(
                            slot.typeKey(),
                            slot.typeName(),
                            List.of(slot.hostKey()),
                            new Interval(slot.start(), slot.end()),
                            Places.booked(places.get(slot)),
                            invited))));
  }

  private Slot slot(CsvRow row) {
    Cell starting = row.needed(START, "Start");
    Instant start = times.read(row, starting);
    Instant end = end(row, start);
    String hostKey = given == null ? host(row) : given.hostKey();
    String name = given == null ? row.needed(TYPE, "Event type").text() : given.name();
    String typeKey = given == null ? eventType(name, hostKey, start, end) : given.key();
    return new Slot(typeKey, FittingWords.line(name, 100), hostKey, start, end);
  }

  private Instant end(CsvRow row, Instant start) {
    Cell ending = row.cell(END);
    if (ending != null) {
      Instant end = times.read(row, ending);
      if (!end.isAfter(start)) {
        throw row.wrong(ending, "must be after the start");
      }
      return end;
    }
    Cell length = row.needed(LENGTH, "End");
    if (!length.text().matches("[0-9]{1,4}") || Integer.parseInt(length.text()) == 0) {
      throw row.wrong(length, "must be a number of minutes like 30");
    }
    return start.plus(Duration.ofMinutes(Integer.parseInt(length.text())));
  }

  private String host(CsvRow row) {
    Cell cell = row.cell(HOST);
    String who = cell == null ? "" : cell.text();
    boolean address = who.contains("@");
    String key = FittingWords.hashed("host", who.toLowerCase(Locale.ROOT));
    String name = FittingWords.line(row.textOr(HOST_NAME), 100);
    try {
      EmailAddress email = address ? new EmailAddress(who) : null;
      gathering.add(
          new ImportedHost(
              key,
              !name.isEmpty()
                  ? name
                  : who.isEmpty() ? "The host of the file" : FittingWords.line(who, 100),
              email,
              gathering.zone(),
              FittingWords.locale(null),
              email == null ? null : FittingWords.handle(name.isEmpty() ? email.localPart() : name),
              null));
    } catch (InvalidValueException none) {
      throw row.wrong(Objects.requireNonNull(cell), "must be an e-mail address");
    }
    return key;
  }

  /// An event type that is known by its bookings alone cannot be booked until its host has looked
  /// at it.
  private String eventType(String name, String hostKey, Instant start, Instant end) {
    String slug = FittingWords.slug(name);
    String key = FittingWords.hashed("eventType", hostKey, slug);
    if (made.add(key)) {
      gathering.attempt(
          ItemKind.EVENT_TYPE,
          name,
          () ->
              new KnownEventType(
                      key,
                      hostKey,
                      FittingWords.line(name, 100),
                      slug,
                      (int) Duration.between(start, end).toMinutes())
                  .addTo(gathering));
      gathering.differs(
          ItemKind.EVENT_TYPE,
          name,
          "only its bookings are known: if it is new, it is switched off; set its hours and rules,"
              + " then switch it on: meetwright event-type edit");
    }
    return key;
  }

  private Invited invited(CsvRow row, Slot slot) {
    Cell email = row.needed(EMAIL, "Email");
    String id = row.textOr(ID);
    String uid = row.textOr(UID);
    ZoneId zone = FittingWords.zone(row.textOr(ZONE), gathering.zone());
    String name = row.textOr(NAME);
    Cell created = row.cell(CREATED);
    try {
      return new Invited(
          id.isEmpty() ? key(slot, email.text()) : id,
          FittingWords.invitee(
              name.isEmpty() ? row.textOr(FIRST) + " " + row.textOr(LAST) : name,
              email.text(),
              zone,
              FittingWords.locale(null)),
          guests(row),
          row.answers(),
          FittingWords.lines(row.textOr(List.of("meetingnotes", "notes")), 5000),
          state(row),
          uid.isEmpty() ? null : new EventIdentity(uid, 0),
          created == null ? null : times.read(row, created));
    } catch (InvalidValueException wrong) {
      throw row.wrong(email, wrong.field() + " " + wrong.getMessage());
    }
  }

  private static String key(Slot slot, String email) {
    return FittingWords.hashed(
        slot.hostKey(), slot.typeName(), slot.start().toString(), email.toLowerCase(Locale.ROOT));
  }

  private static List<EmailAddress> guests(CsvRow row) {
    Cell cell = row.cell(List.of("guestemails", "guestemail", "guests"));
    if (cell == null) {
      return List.of();
    }
    try {
      return Arrays.stream(cell.text().split("[,;\\s]+", -1))
          .filter(guest -> !guest.isEmpty())
          .map(EmailAddress::new)
          .toList();
    } catch (InvalidValueException none) {
      throw row.wrong(cell, "must be e-mail addresses with commas between them");
    }
  }

  private static State state(CsvRow row) {
    Cell cell = row.cell(STATUS);
    String word = cell == null ? "" : cell.text().toLowerCase(Locale.ROOT);
    BookingStatus status =
        switch (word) {
          case "", "no", "false", "0", "active", "confirmed", "accepted", "booked", "scheduled" ->
              BookingStatus.CONFIRMED;
          case "yes", "true", "1", "canceled", "cancelled" -> BookingStatus.CANCELLED;
          case "pending" -> BookingStatus.PENDING;
          case "declined", "rejected" -> BookingStatus.DECLINED;
          default ->
              throw row.wrong(
                  new Cell(cell == null ? "Status" : cell.column(), word),
                  "must be confirmed, pending, cancelled or declined, or yes or no");
        };
    String noShow = row.textOr(List.of("markedasnoshow", "noshow")).toLowerCase(Locale.ROOT);
    return new State(
        status,
        List.of("yes", "true", "1").contains(noShow),
        status.holdsTime()
            ? ""
            : FittingWords.lines(row.textOr(List.of("cancellationreason", "reason")), 1000));
  }
}
