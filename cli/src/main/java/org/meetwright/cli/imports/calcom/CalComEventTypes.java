package org.meetwright.cli.imports.calcom;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.imports.reading.FittingWords;
import org.meetwright.cli.imports.reading.Gathering;
import org.meetwright.cli.imports.reading.Shape;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.Attendance;
import org.meetwright.core.eventtype.Correspondence;
import org.meetwright.core.eventtype.Listing;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.eventtype.rule.Policies;
import org.meetwright.core.eventtype.rule.Timing;
import org.meetwright.core.eventtype.text.OwnTexts;
import org.meetwright.core.imports.ImportReport.ItemKind;
import org.meetwright.core.imports.ImportedEventType;
import org.meetwright.core.imports.ImportedEventType.Origin;
import org.meetwright.core.value.InvalidValueException;

/// Event types of Cal.com.
///
/// @param asked the labels of their questions, by event type and slug
record CalComEventTypes(
    Gathering gathering, CalComHosts hosts, Map<String, Map<String, String>> asked) {
  CalComEventTypes(Gathering gathering, CalComHosts hosts) {
    this(gathering, hosts, new HashMap<>());
  }

  void read(Shape type) {
    String name = FittingWords.line(type.text("title"), 100);
    if (type.has("teamId") || type.has("schedulingType")) {
      gathering.leftOut(
          ItemKind.EVENT_TYPE,
          name,
          "is met by a team; make the team, then the event type: meetwright team add, meetwright"
              + " event-type add");
      return;
    }
    gathering.attempt(ItemKind.EVENT_TYPE, name, () -> gathering.add(eventType(type, name)));
  }

  private ImportedEventType eventType(Shape type, String name) {
    CalComRemarks remarks = new CalComRemarks(gathering, name);
    remarks.onRules(type);
    String slug = type.textOr("slug", name);
    CalComFields fields = new CalComFields(gathering, name);
    Correspondence correspondence =
        new Correspondence(
            fields.questions(type),
            Correspondence.DEFAULT_REMINDERS,
            null,
            redirect(type, remarks),
            OwnTexts.NONE);
    asked.put(type.text("id"), fields.labels());
    int seats = type.object("seats").map(one -> one.numberOr("seatsPerTimeSlot", 1)).orElse(1);
    List<Location> places = new CalComPlaces(remarks).of(type);
    return new ImportedEventType(
        new Origin(
            type.text("id"), hosts.own(), type.textOrNull("scheduleId"), hosts.own() + "/" + slug),
        new Listing(
            FittingWords.slug(slug),
            name,
            FittingWords.lines(type.textOr("description", ""), 5000),
            FittingWords.color(color(type)),
            type.flag("hidden"),
            true),
        timing(type),
        remarks.bounds(type),
        new Attendance(
            new Assignment.OneHost(),
            null,
            seats,
            seats > 1 ? places.stream().limit(1).toList() : places),
        correspondence,
        policies(type, remarks));
  }

  private static @Nullable String color(Shape type) {
    return type.part("color")
        .map(color -> color.node().isObject() ? color.textOrNull("lightThemeHex") : color.text())
        .orElse(null);
  }

  private static Timing timing(Shape type) {
    int step = type.numberOr("slotInterval", 0);
    return new Timing(
        type.number("lengthInMinutes"),
        type.list("lengthInMinutesOptions").stream()
            .map(option -> Integer.valueOf(option.text().replaceAll("\\..*|[^0-9.]", "")))
            .toList(),
        step == 0 ? null : step,
        type.numberOr("beforeEventBuffer", 0),
        type.numberOr("afterEventBuffer", 0));
  }

  private static @Nullable URI redirect(Shape type, CalComRemarks remarks) {
    String url = type.textOrNull("successRedirectUrl");
    try {
      return url == null ? null : Correspondence.redirectUrl(url);
    } catch (InvalidValueException none) {
      remarks.note("its page after booking is not at an https address, and is left out");
      return null;
    }
  }

  private static Policies policies(Shape type, CalComRemarks remarks) {
    Shape confirmation = type.object("confirmationPolicy").orElse(null);
    boolean asks = confirmation != null && !confirmation.flag("disabled");
    if (confirmation != null && asks && confirmation.textOr("type", "").equals("time")) {
      remarks.note("here, the host has to confirm each booking, whatever its notice");
    }
    return new Policies(
        Policies.FREE.cancellation(),
        Policies.FREE.reschedule(),
        false,
        type.flag("requiresBookerEmailVerification"),
        asks,
        Policies.FREE.guests());
  }
}
