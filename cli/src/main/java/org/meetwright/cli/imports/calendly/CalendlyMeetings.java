package org.meetwright.cli.imports.calendly;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.imports.reading.FittingWords;
import org.meetwright.cli.imports.reading.Gathering;
import org.meetwright.cli.imports.reading.Places;
import org.meetwright.cli.imports.reading.Shape;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.imports.ImportReport.ItemKind;
import org.meetwright.core.imports.ImportedHost;
import org.meetwright.core.imports.ImportedMeeting;
import org.meetwright.core.imports.ImportedMeeting.Answer;
import org.meetwright.core.imports.ImportedMeeting.Invited;
import org.meetwright.core.imports.ImportedMeeting.State;
import org.meetwright.core.time.Interval;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.InvalidValueException;

/// Scheduled events of Calendly with their invitees.
///
/// @param names of the event types by their addresses
record CalendlyMeetings(Gathering gathering, CalendlyHosts hosts, Map<String, String> names) {
  void read(CalendlyParts parts) {
    parts
        .events()
        .forEach(
            (uri, event) -> {
              String name = event.instant("start_time") + " " + event.textOr("name", "");
              gathering.attempt(
                  ItemKind.BOOKING, name, () -> read(event, parts.invitees().get(uri), name));
            });
    parts
        .invitees()
        .forEach(
            (uri, invitees) -> {
              if (!parts.events().containsKey(uri)) {
                invitees.forEach(
                    one ->
                        gathering.leftOut(
                            ItemKind.BOOKING,
                            one.textOr("email", uri),
                            "its scheduled event is in none of the files; download"
                                + " scheduled_events too"));
              }
            });
  }

  private void read(Shape event, @Nullable List<Shape> invitees, String name) {
    if (invitees == null) {
      gathering.leftOut(
          ItemKind.BOOKING,
          name,
          "its invitees are in none of the files; download"
              + " scheduled_events/"
              + Calendly.id(event.text("uri"))
              + "/invitees too");
      return;
    }
    List<String> hostKeys = hostKeys(event);
    ImportedHost host = hosts.find(hostKeys.getFirst());
    ZoneId zone = host == null ? gathering.zone() : host.timeZone();
    List<Invited> invited = new ArrayList<>();
    for (Shape one : invitees) {
      gathering.attempt(
          ItemKind.BOOKING,
          name + ", " + one.textOr("email", ""),
          () -> invited.add(invited(event, one, zone)));
    }
    if (!invited.isEmpty()) {
      String type = event.textOrNull("event_type");
      gathering.add(
          new ImportedMeeting(
              type,
              event.textOr("name", names.getOrDefault(String.valueOf(type), "Calendly")),
              hostKeys,
              time(event),
              location(event).orElse(null),
              invited));
    }
  }

  private static Interval time(Shape event) {
    Instant start = event.instant("start_time");
    Instant end = event.instant("end_time");
    if (!end.isAfter(start)) {
      throw new InvalidValueException("end_time", "must be after start_time " + start);
    }
    return new Interval(start, end);
  }

  private List<String> hostKeys(Shape event) {
    List<String> keys =
        event.list("event_memberships").stream()
            .map(one -> hosts.colleague(one.text("user"), one.textOrNull("user_email")))
            .toList();
    return keys.isEmpty() ? List.of(hosts.key(null)) : keys;
  }

  private static Optional<Location> location(Shape event) {
    Shape place = event.object("location").orElse(null);
    if (place == null) {
      return Optional.empty();
    }
    String link = place.textOrNull("join_url");
    return Optional.ofNullable(Places.booked(link == null ? place.textOrNull("location") : link));
  }

  private static Invited invited(Shape event, Shape invitee, ZoneId zone) {
    return new Invited(
        invitee.text("uri"),
        FittingWords.invitee(
            invitee.textOr("name", ""),
            invitee.text("email"),
            FittingWords.zone(invitee.textOrNull("timezone"), zone),
            FittingWords.locale(null)),
        event.list("event_guests").stream()
            .map(guest -> new EmailAddress(guest.text("email")))
            .toList(),
        answers(invitee),
        "",
        state(event, invitee),
        null,
        invitee.instantOrNull("created_at"));
  }

  private static State state(Shape event, Shape invitee) {
    boolean canceled =
        event.text("status").equals("canceled") || invitee.text("status").equals("canceled");
    String reason =
        invitee
            .object("cancellation")
            .or(() -> event.object("cancellation"))
            .map(one -> one.textOr("reason", ""))
            .orElse("");
    return new State(
        canceled ? BookingStatus.CANCELLED : BookingStatus.CONFIRMED,
        invitee.part("no_show").isPresent(),
        canceled ? FittingWords.lines(reason, 1000) : "");
  }

  private static List<Answer> answers(Shape invitee) {
    List<Answer> answers = new ArrayList<>();
    for (Shape one : invitee.list("questions_and_answers")) {
      List<String> texts = Arrays.asList(one.textOr("answer", "").split("\\R", -1));
      answers.add(
          new Answer(
              FittingWords.line(one.text("question"), 200),
              texts.stream().map(String::strip).toList()));
    }
    String number = invitee.textOrNull("text_reminder_number");
    if (number != null) {
      answers.add(new Answer("Text reminder number", List.of(number)));
    }
    return answers;
  }
}
