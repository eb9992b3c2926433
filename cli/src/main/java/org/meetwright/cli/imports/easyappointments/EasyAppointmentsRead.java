package org.meetwright.cli.imports.easyappointments;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
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
import org.meetwright.core.imports.ImportedMeeting.Invited;
import org.meetwright.core.imports.ImportedMeeting.State;
import org.meetwright.core.time.Interval;
import org.meetwright.core.value.InvalidValueException;

/// Appointments of Easy!Appointments.
record EasyAppointmentsRead(
    Gathering gathering,
    EasyProviders providers,
    Map<String, Shape> services,
    Map<String, Shape> customers) {
  void read(Shape appointment) {
    String name = appointment.text("start");
    gathering.attempt(ItemKind.BOOKING, name, () -> read(appointment, name));
  }

  private void read(Shape appointment, String name) {
    Shape customer = customers.get(appointment.text("customerId"));
    if (customer == null) {
      gathering.leftOut(
          ItemKind.BOOKING, name, "its customer is in none of the files; download customers too");
      return;
    }
    String providerId = appointment.text("providerId");
    ZoneId zone = providers.zone(providerId);
    if (zone == null) {
      throw appointment.wrong(
          "start", "in a time zone, which no provider tells; say it with --zone ZONE");
    }
    Instant start = time(appointment, "start", zone);
    Instant end = time(appointment, "end", zone);
    if (!end.isAfter(start)) {
      throw new InvalidValueException("end", "must be after start " + name);
    }
    unknownProvider(providerId);
    String serviceId = appointment.text("serviceId");
    Shape service = services.get(serviceId);
    gathering.add(
        new ImportedMeeting(
            EasyProviders.key(providerId, serviceId),
            service == null ? "Easy!Appointments" : service.textOr("name", "Easy!Appointments"),
            List.of(providerId),
            new Interval(start, end),
            Places.booked(appointment.textOrNull("location")),
            List.of(invited(appointment, customer, zone))));
  }

  private void unknownProvider(String providerId) {
    gathering.add(
        new ImportedHost(
            providerId,
            "The provider " + providerId,
            null,
            gathering.zone(),
            FittingWords.locale(null),
            null,
            null));
  }

  private static Instant time(Shape appointment, String key, ZoneId zone) {
    try {
      return LocalDateTime.parse(appointment.text(key).replace(' ', 'T')).atZone(zone).toInstant();
    } catch (DateTimeException none) {
      throw appointment.wrong(key, "a time like 2026-03-09 10:00:00");
    }
  }

  private static Invited invited(Shape appointment, Shape customer, ZoneId zone) {
    String phone = customer.textOrNull("phone");
    List<Answer> answers = phone == null ? List.of() : List.of(new Answer("Phone", List.of(phone)));
    return new Invited(
        appointment.text("id"),
        FittingWords.invitee(
            customer.textOr("firstName", "") + " " + customer.textOr("lastName", ""),
            customer.text("email"),
            FittingWords.zone(customer.textOrNull("timezone"), zone),
            language(customer.textOrNull("language"))),
        List.of(),
        answers,
        FittingWords.lines(appointment.textOr("notes", ""), 5000),
        new State(status(appointment.textOr("status", "")), false, ""),
        null,
        null);
  }

  /// It tells languages by their English names.
  private static Locale language(@Nullable String name) {
    for (String tag : Locale.getISOLanguages()) {
      Locale locale = Locale.of(tag);
      if (locale.getDisplayLanguage(Locale.ENGLISH).equalsIgnoreCase(name)) {
        return locale;
      }
    }
    return Locale.ENGLISH;
  }

  /// Each installation has words of its own; those that come with it are English.
  private static BookingStatus status(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return lower.startsWith("cancel") ? BookingStatus.CANCELLED : BookingStatus.CONFIRMED;
  }
}
