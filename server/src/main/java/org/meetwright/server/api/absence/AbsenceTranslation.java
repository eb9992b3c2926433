package org.meetwright.server.api.absence;

import static org.meetwright.core.value.InvalidValueException.shown;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.absence.Absence;
import org.meetwright.core.absence.Absences;
import org.meetwright.core.absence.Absences.Outcome;
import org.meetwright.core.absence.Destination;
import org.meetwright.core.absence.Span;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.api.booking.BookingTranslation;
import org.meetwright.server.api.exchange.ExportPart;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.exchange.Times;
import org.meetwright.server.api.model.absence.AbsenceRequest;
import org.meetwright.server.api.model.absence.ApiAbsence;
import org.meetwright.server.api.model.booking.ApiBookingBrief;

/// Translates absences to and from the API.
public final class AbsenceTranslation {
  private static final int DATE = "2026-03-09".length();

  private AbsenceTranslation() {}

  /// Returns how the API tells an absence.
  public static ApiAbsence toApi(Absence absence) {
    return toApi(absence, null);
  }

  /// Returns how the API tells an absence that was saved, with the bookings that stand in it.
  public static ApiAbsence toApi(Outcome.Saved saved) {
    return toApi(
        saved.absence(), saved.standing().stream().map(BookingTranslation::brief).toList());
  }

  private static ApiAbsence toApi(Absence absence, @Nullable List<ApiBookingBrief> standing) {
    Destination to = absence.redirectTo();
    return new ApiAbsence(
        absence.id(),
        absence.span().first(),
        absence.span().last(),
        absence.note(),
        to == null ? null : to.toString(),
        standing);
  }

  /// Reads an absence; an `id` and `bookings` in it are not looked at.
  public static Absence read(Fields fields, UUID id, UUID hostId) {
    fields.only(AbsenceRequest.class);
    return new Absence(
        id,
        hostId,
        span(fields.text("from"), fields.text("to")),
        fields.text("note", ""),
        fields.optionalText("redirectTo").map(Destination::parse).orElse(null));
  }

  /// What is as short as a date is one.
  private static Span span(String from, String to) {
    boolean dates = from.length() <= DATE;
    if (dates != to.length() <= DATE) {
      throw new InvalidValueException(
          "to", "must be a date if from is one, and an instant otherwise, not " + shown(to));
    }
    return dates
        ? new Span.Dates(Times.date("from", from), Times.date("to", to))
        : new Span.Instants(
            Times.instant("from", from).truncatedTo(ChronoUnit.MICROS),
            Times.instant("to", to).truncatedTo(ChronoUnit.MICROS));
  }

  /// Returns a host's absences, for the export.
  public static ExportPart exported(Absences absences) {
    return ExportPart.of(
        "absences",
        host -> absences.list(host.id()).stream().map(AbsenceTranslation::toApi).toList());
  }
}
