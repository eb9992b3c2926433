package org.meetwright.server.mail.letter;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.MeetingHost;
import org.meetwright.core.booking.notice.BookingNotice.Audience;
import org.meetwright.core.booking.notice.BookingNotice.Event;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.mail.letter.Letter.Row;
import org.meetwright.server.text.Texts;
import org.meetwright.server.text.WrittenAnswers;
import org.meetwright.server.text.WrittenPlace;

/// The facts of a letter: when, why, where, who, and what the invitee wrote.
final class LetterRows {
  private final MailFacts story;
  private final Booking booking;
  private final Reader reader;
  private final Texts texts;
  private final List<Row> rows = new ArrayList<>();

  LetterRows(MailFacts story, Reader reader, Texts texts) {
    this.story = story;
    this.booking = story.booking();
    this.reader = reader;
    this.texts = texts;
  }

  List<Row> all() {
    addTimes();
    add("row.reason", story.notice().occasion().reason());
    addPlace();
    addPeople();
    if (reader.audience() == Audience.HOST) {
      add("row.notes", booking.notes());
      new WrittenAnswers(texts)
          .lines(story.questions(), booking.answers())
          .forEach(line -> rows.add(Row.of(line.label(), line.text())));
    }
    return rows;
  }

  private void add(String label, String text) {
    if (!text.isBlank()) {
      rows.add(Row.of(texts.get(label), text));
    }
  }

  private void addTimes() {
    Instant start = story.notice().meeting().start();
    rows.add(new Row(texts.get("row.when"), written(reader, start).full(), null, true));
    Map<ZoneId, List<String>> elsewhere = new LinkedHashMap<>();
    for (Reader other : reader.others(booking)) {
      if (!other.zone().equals(reader.zone())) {
        elsewhere.computeIfAbsent(other.zone(), zone -> new ArrayList<>()).add(other.name());
      }
    }
    elsewhere.forEach(
        (zone, names) -> {
          String time =
              new WrittenTime(start, story.notice().meeting().end(), zone, reader.locale())
                  .compact(reader.zone());
          String whose = texts.list(names);
          rows.add(Row.of(texts.get("row.whenFor", whose), time));
        });
    Instant previous = story.notice().meeting().previousStart();
    if (previous != null) {
      add("row.previously", written(reader, previous).brief());
    }
  }

  private WrittenTime written(Reader whose, Instant start) {
    return new WrittenTime(start, story.notice().meeting().end(), whose.zone(), whose.locale());
  }

  private void addPlace() {
    Location place = booking.location();
    boolean over = story.notice().event() == Event.FOLLOW_UP;
    if (place != null && !over) {
      WrittenPlace.of(booking, reader.audience(), reader.locale())
          .ifPresent(
              where ->
                  rows.add(new Row(texts.get("row.where"), List.of(where), link(place), false)));
    }
  }

  private static @Nullable URI link(Location place) {
    return switch (place.kind()) {
      case LINK, GENERATED_LINK, CONFERENCE -> place.link();
      case PHONE -> {
        String digits = place.value().replaceAll("[^0-9]", "");
        String plus = place.value().startsWith("+") ? "+" : "";
        yield digits.isEmpty() ? null : URI.create("tel:" + plus + digits);
      }
      case IN_PERSON, OTHER -> null;
    };
  }

  private void addPeople() {
    String hosts = String.join("\n", booking.hosts().stream().map(MeetingHost::name).toList());
    String invitee = booking.invitee().name();
    switch (reader.audience()) {
      case INVITEE -> add("row.host", hosts);
      case HOST -> add("row.invitee", invitee + "\n" + booking.invitee().email());
      case GUEST -> {
        add("row.host", hosts);
        add("row.invitee", invitee);
      }
    }
    add(
        booking.guestsWait() ? "row.guests.wait" : "row.guests",
        String.join("\n", booking.guests().stream().map(EmailAddress::value).toList()));
    URI link = story.ways().guests();
    if (link != null && reader.audience() == Audience.INVITEE) {
      rows.add(new Row(texts.get("row.guests.confirm"), List.of(link.toString()), link, false));
    }
  }
}
