package org.meetwright.cli.imports.calcom;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.imports.reading.Gathering;
import org.meetwright.cli.imports.reading.Shape;
import org.meetwright.core.eventtype.rule.BookingWindow;
import org.meetwright.core.eventtype.rule.Bounds;
import org.meetwright.core.imports.ImportReport.ItemKind;

/// What of an event type of Cal.com is as it was here, and what is not.
record CalComRemarks(Gathering gathering, String name) {
  void note(String why) {
    gathering.differs(ItemKind.EVENT_TYPE, name, why);
  }

  /// Notes the rules that there are none of here.
  void onRules(Shape type) {
    if (type.has("bookingLimitsDuration")
        && type.part("bookingLimitsDuration").orElseThrow().node().size() > 0) {
      note("limits of minutes are kept for hosts here, not for event types");
    }
    if (type.has("recurrence") && !disabled(type, "recurrence")) {
      note("meetings do not repeat here");
    }
    if (isOn(type, "disableCancelling") || isOn(type, "disableRescheduling")) {
      note(
          "invitees can cancel and move bookings; restrain them with a policy: meetwright"
              + " event-type edit");
    }
  }

  private static boolean disabled(Shape type, String key) {
    return type.part(key).map(one -> one.node().isObject() && one.flag("disabled")).orElse(true);
  }

  private static boolean isOn(Shape type, String key) {
    return type.part(key)
        .map(one -> one.node().isObject() ? one.flag("disabled") : one.node().asBoolean(false))
        .orElse(false);
  }

  Bounds bounds(Shape type) {
    Shape limits =
        type.object("bookingLimitsCount").filter(one -> !one.flag("disabled")).orElse(null);
    if (limits != null && limits.has("year")) {
      note("a limit for a year is not kept here");
    }
    return new Bounds(
        type.numberOr("minimumBookingNotice", 0),
        window(type),
        limit(limits, "day"),
        limit(limits, "week"),
        limit(limits, "month"),
        null);
  }

  private static @Nullable Integer limit(@Nullable Shape limits, String key) {
    return limits == null || !limits.has(key) ? null : (Integer) limits.number(key);
  }

  private BookingWindow window(Shape type) {
    Shape window =
        type.part("bookingWindow")
            .map(one -> one.node().isArray() ? one.elements() : List.of(one))
            .flatMap(all -> all.stream().findFirst())
            .filter(one -> !one.flag("disabled"))
            .orElse(null);
    if (window == null) {
      return new BookingWindow.Unlimited();
    }
    return switch (window.text("type")) {
      case "calendarDays" -> new BookingWindow.Rolling(window.number("value"));
      case "businessDays" -> {
        int days = window.number("value");
        note(
            "its booking window of "
                + days
                + " working days counts all days here, "
                + days * 7 / 5);
        yield new BookingWindow.Rolling(days * 7 / 5);
      }
      case "range" -> dates(window);
      default -> throw window.wrong("type", "businessDays, calendarDays or range");
    };
  }

  private static BookingWindow dates(Shape window) {
    List<Shape> dates = window.list("value");
    if (dates.size() != 2) {
      throw window.wrong("value", "two dates");
    }
    return new BookingWindow.Dates(date(dates.getFirst()), date(dates.getLast()));
  }

  private static LocalDate date(Shape date) {
    try {
      return LocalDate.parse(date.text().replaceFirst("T.*", ""));
    } catch (DateTimeException none) {
      throw date.wrong("", "a date like 2026-03-09");
    }
  }
}
