package org.meetwright.core.absence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.meetwright.core.absence.AbsenceMapper.AbsenceRow;
import org.meetwright.core.database.mybatis.StoredRows;

/// Turns absences into rows and back.
final class AbsenceRows {
  private AbsenceRows() {}

  static AbsenceRow row(Absence absence) {
    Destination to = absence.redirectTo();
    String handle = to == null ? null : to.handle();
    String slug = to == null ? null : to.slug();
    UUID id = absence.id();
    UUID hostId = absence.hostId();
    return switch (absence.span()) {
      case Span.Dates(LocalDate from, LocalDate last) ->
          new AbsenceRow(id, hostId, from, last, null, null, absence.note(), handle, slug);
      case Span.Instants(Instant from, Instant until) ->
          new AbsenceRow(id, hostId, null, null, from, until, absence.note(), handle, slug);
    };
  }

  /// @throws org.meetwright.core.database.mybatis.UnreadableRowException if it is none
  static Absence absence(AbsenceRow row) {
    return StoredRows.read(
        "absence",
        row.id(),
        () ->
            new Absence(
                row.id(),
                row.hostId(),
                span(row),
                row.note(),
                row.redirectHandle() == null || row.redirectSlug() == null
                    ? null
                    : new Destination(row.redirectHandle(), row.redirectSlug())));
  }

  private static Span span(AbsenceRow row) {
    if (row.fromDate() != null && row.toDate() != null) {
      return new Span.Dates(row.fromDate(), row.toDate());
    }
    if (row.startsAt() != null && row.endsAt() != null) {
      return new Span.Instants(row.startsAt(), row.endsAt());
    }
    throw new IllegalArgumentException("neither dates nor instants");
  }
}
