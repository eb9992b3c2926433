package org.meetwright.cli.imports.compare;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.imports.reading.Document;
import org.meetwright.cli.imports.reading.Shape;

/// Reads the slots in other services' answers: lists of times, of objects with a time, and either
/// of them by date.
///
/// @param zone of times without a distance from UTC
public record SlotAnswers(ZoneId zone) {
  private static final List<String> TIMES =
      List.of("start_time", "start", "startTime", "start_at", "time");

  /// Returns the starts in some answers.
  ///
  /// @throws org.meetwright.cli.program.Failure if one holds something else
  public Set<Instant> read(List<Document> documents) {
    Set<Instant> starts = new TreeSet<>();
    documents.forEach(document -> collect(document.json(), null, starts));
    return starts;
  }

  private void collect(Shape shape, @Nullable LocalDate date, Set<Instant> starts) {
    if (shape.node().isArray()) {
      shape.elements().forEach(one -> collect(one, date, starts));
    } else if (shape.node().isObject()) {
      object(shape, date, starts);
    } else if (shape.node().isString()) {
      starts.add(time(shape, date));
    } else {
      throw shape.wrong("", "a slot, or a list of slots");
    }
  }

  private void object(Shape shape, @Nullable LocalDate date, Set<Instant> starts) {
    for (String key : TIMES) {
      if (shape.has(key)) {
        if (shape.textOr("status", "available").equals("available")) {
          collect(shape.part(key).orElseThrow(), date, starts);
        }
        return;
      }
    }
    for (String key : shape.node().propertyNames()) {
      LocalDate named = date(key);
      Shape part = shape.part(key).orElse(null);
      boolean holds =
          named != null || List.of("data", "collection", "slots", "entries").contains(key);
      if (part != null && holds) {
        collect(part, named, starts);
      }
    }
  }

  private static @Nullable LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException other) {
      return null;
    }
  }

  private Instant time(Shape shape, @Nullable LocalDate date) {
    String text = shape.text().replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
    try {
      if (text.matches("\\d\\d:\\d\\d(:\\d\\d)?") && date != null) {
        return date.atTime(LocalTime.parse(text)).atZone(zone).toInstant();
      }
      return text.matches(".*T.*(Z|[+-]\\d\\d:\\d\\d)")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone).toInstant();
    } catch (DateTimeException none) {
      throw shape.wrong("", "a time like 2026-03-09T10:00:00Z");
    }
  }
}
