package org.meetwright.cli.imports.acuity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.imports.reading.FittingWords;
import org.meetwright.cli.imports.reading.Gathering;
import org.meetwright.cli.imports.reading.Places;
import org.meetwright.cli.imports.reading.Shape;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.imports.ImportReport.ItemKind;
import org.meetwright.core.imports.ImportedMeeting;
import org.meetwright.core.imports.ImportedMeeting.Answer;
import org.meetwright.core.imports.ImportedMeeting.Invited;
import org.meetwright.core.imports.ImportedMeeting.State;
import org.meetwright.core.time.Interval;
import org.meetwright.core.value.InvalidValueException;

/// Appointments of Acuity.
record AcuityAppointments(Gathering gathering, AcuityCalendars calendars) {
  private static final String NO_CALENDAR = "calendar";

  void read(Shape appointment) {
    String name = appointment.instant("datetime") + " " + appointment.textOr("type", "");
    gathering.attempt(ItemKind.BOOKING, name, () -> meeting(appointment));
  }

  private void meeting(Shape appointment) {
    Instant start = appointment.instant("datetime");
    int minutes = appointment.number("duration");
    if (minutes < 1) {
      throw new InvalidValueException("duration", "must be at least a minute, not " + minutes);
    }
    String calendar = appointment.textOr("calendarID", appointment.textOr("calendar", NO_CALENDAR));
    calendars.known(calendar, appointment.textOrNull("calendar"));
    String type = appointment.textOrNull("appointmentTypeID");
    gathering.add(
        new ImportedMeeting(
            type == null ? null : AcuityCalendars.key(calendar, type),
            appointment.textOr("type", "Acuity"),
            List.of(calendar),
            new Interval(start, start.plus(Duration.ofMinutes(minutes))),
            Places.booked(appointment.textOrNull("location")),
            List.of(invited(appointment, calendar))));
  }

  private Invited invited(Shape appointment, String calendar) {
    boolean canceled = appointment.flag("canceled");
    return new Invited(
        appointment.text("id"),
        FittingWords.invitee(
            appointment.textOr("firstName", "") + " " + appointment.textOr("lastName", ""),
            appointment.text("email"),
            FittingWords.zone(appointment.textOrNull("timezone"), calendars.zone(calendar)),
            FittingWords.locale(null)),
        List.of(),
        answers(appointment),
        FittingWords.lines(appointment.textOr("notes", ""), 5000),
        new State(
            canceled ? BookingStatus.CANCELLED : BookingStatus.CONFIRMED,
            appointment.flag("noShow"),
            ""),
        null,
        bookedAt(appointment));
  }

  /// Only one of its two times of booking is a time for programs.
  private static @Nullable Instant bookedAt(Shape appointment) {
    return appointment.textOr("datetimeCreated", "").isEmpty()
        ? null
        : appointment.instant("datetimeCreated");
  }

  private static List<Answer> answers(Shape appointment) {
    List<Answer> answers = new ArrayList<>();
    String phone = appointment.textOrNull("phone");
    if (phone != null) {
      answers.add(new Answer("Phone", List.of(phone)));
    }
    for (Shape form : appointment.list("forms")) {
      for (Shape value : form.list("values")) {
        answers.add(
            new Answer(
                FittingWords.line(value.textOr("name", "Question"), 200),
                List.of(value.textOr("value", ""))));
      }
    }
    return answers;
  }
}
