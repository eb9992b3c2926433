package org.meetwright.cli.imports.calcom;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.imports.reading.FittingWords;
import org.meetwright.cli.imports.reading.Gathering;
import org.meetwright.cli.imports.reading.Places;
import org.meetwright.cli.imports.reading.Shape;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.imports.ImportReport.ItemKind;
import org.meetwright.core.imports.ImportedHost;
import org.meetwright.core.imports.ImportedMeeting;
import org.meetwright.core.imports.ImportedMeeting.Answer;
import org.meetwright.core.imports.ImportedMeeting.EventIdentity;
import org.meetwright.core.imports.ImportedMeeting.Invited;
import org.meetwright.core.imports.ImportedMeeting.State;
import org.meetwright.core.time.Interval;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.InvalidValueException;

/// Bookings of Cal.com.
///
/// @param asked the labels of the questions, by event type and slug
record CalComBookings(
    Gathering gathering, CalComHosts hosts, Map<String, Map<String, String>> asked) {
  void read(Shape booking) {
    String name = booking.instant("start") + " " + booking.textOr("title", "");
    gathering.attempt(ItemKind.BOOKING, name, () -> read(booking, name));
  }

  private void read(Shape booking, String name) {
    Instant start = booking.instant("start");
    Instant end = booking.instant("end");
    if (!end.isAfter(start)) {
      throw new InvalidValueException("end", "must be after start " + start);
    }
    List<String> hostKeys = booking.list("hosts").stream().map(hosts::colleague).toList();
    List<String> met = hostKeys.isEmpty() ? List.of(hosts.own()) : hostKeys;
    List<Invited> invited = new ArrayList<>();
    List<Shape> attendees = booking.list("attendees");
    boolean seated = attendees.stream().anyMatch(one -> one.has("seatUid"));
    for (Shape attendee : seated || attendees.isEmpty() ? attendees : attendees.subList(0, 1)) {
      gathering.attempt(
          ItemKind.BOOKING,
          name + ", " + attendee.textOr("email", ""),
          () -> invited.add(invited(booking, attendee, zone(met))));
    }
    if (attendees.isEmpty()) {
      gathering.leftOut(ItemKind.BOOKING, name, "nobody is in it");
    }
    if (!invited.isEmpty()) {
      gathering.add(
          new ImportedMeeting(
              typeId(booking),
              booking.textOr("title", "Cal.com"),
              met,
              new Interval(start, end),
              Places.booked(booking.textOrNull("location")),
              invited));
    }
  }

  private ZoneId zone(List<String> hostKeys) {
    ImportedHost host = hosts.find(hostKeys.getFirst());
    return host == null ? gathering.zone() : host.timeZone();
  }

  private static @Nullable String typeId(Shape booking) {
    String id = booking.textOrNull("eventTypeId");
    return id != null
        ? id
        : booking.object("eventType").map(type -> type.textOrNull("id")).orElse(null);
  }

  private Invited invited(Shape booking, Shape attendee, ZoneId zone) {
    String seat = attendee.textOrNull("seatUid");
    String uid = booking.textOrNull("icsUid");
    return new Invited(
        booking.text("uid") + (seat == null ? "" : "#" + seat),
        FittingWords.invitee(
            attendee.textOr("name", ""),
            attendee.text("email"),
            FittingWords.zone(attendee.textOrNull("timeZone"), zone),
            FittingWords.locale(attendee.textOrNull("language"))),
        guests(booking, seat != null),
        answers(booking, attendee),
        FittingWords.lines(notes(booking), 5000),
        state(booking, attendee),
        uid == null ? null : new EventIdentity(uid, booking.numberOr("iCalSequence", 0)),
        booking.instantOrNull("createdAt"));
  }

  private static String notes(Shape booking) {
    return booking
        .object("bookingFieldsResponses")
        .flatMap(all -> all.part("notes"))
        .map(notes -> String.join(", ", notes.texts()))
        .orElse("");
  }

  private static List<EmailAddress> guests(Shape booking, boolean seated) {
    List<EmailAddress> guests = new ArrayList<>();
    booking.list("guests").forEach(guest -> guests.add(new EmailAddress(guest.text())));
    if (!seated) {
      booking.list("attendees").stream()
          .skip(1)
          .forEach(other -> guests.add(new EmailAddress(other.text("email"))));
    }
    return guests;
  }

  private List<Answer> answers(Shape booking, Shape attendee) {
    String type = typeId(booking);
    Map<String, String> labels = type == null ? Map.of() : asked.getOrDefault(type, Map.of());
    Shape responses =
        attendee
            .object("bookingFieldsResponses")
            .or(() -> booking.object("bookingFieldsResponses"))
            .orElse(null);
    List<Answer> answers = new ArrayList<>();
    if (responses != null) {
      for (String slug : responses.node().propertyNames()) {
        responses
            .part(slug)
            .filter(one -> !CalComFields.USUAL.contains(slug))
            .ifPresent(
                one -> answers.add(new Answer(labels.getOrDefault(slug, slug), one.texts())));
      }
    }
    String phone = attendee.textOrNull("phoneNumber");
    if (phone != null) {
      answers.add(new Answer("Phone", List.of(phone)));
    }
    return answers;
  }

  private static State state(Shape booking, Shape attendee) {
    BookingStatus status =
        switch (booking.text("status")) {
          case "accepted" -> BookingStatus.CONFIRMED;
          case "pending" -> BookingStatus.PENDING;
          case "cancelled" -> BookingStatus.CANCELLED;
          case "rejected" -> BookingStatus.DECLINED;
          default -> throw booking.wrong("status", "accepted, pending, cancelled or rejected");
        };
    return new State(
        status,
        attendee.flag("absent"),
        FittingWords.lines(
            booking.textOr("cancellationReason", booking.textOr("rejectionReason", "")), 1000));
  }
}
