package org.meetwright.cli.imports.easyappointments;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.imports.reading.FittingWords;
import org.meetwright.cli.imports.reading.Gathering;
import org.meetwright.cli.imports.reading.Places;
import org.meetwright.cli.imports.reading.Shape;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.Attendance;
import org.meetwright.core.eventtype.Correspondence;
import org.meetwright.core.eventtype.Listing;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.eventtype.rule.Bounds;
import org.meetwright.core.eventtype.rule.Policies;
import org.meetwright.core.eventtype.rule.Timing;
import org.meetwright.core.imports.ImportReport.ItemKind;
import org.meetwright.core.imports.ImportedEventType;
import org.meetwright.core.imports.ImportedEventType.Origin;
import org.meetwright.core.imports.ImportedHost;
import org.meetwright.core.imports.ImportedSchedule;
import org.meetwright.core.schedule.DateOverride;
import org.meetwright.core.schedule.LocalHours;
import org.meetwright.core.schedule.WeeklyHours;
import org.meetwright.core.value.EmailAddress;

/// Providers of Easy!Appointments: hosts, their working plans, and their services.
///
/// @param zones of the providers, by id
record EasyProviders(Gathering gathering, Map<String, Shape> services, Map<String, ZoneId> zones) {
  EasyProviders(Gathering gathering, Map<String, Shape> services) {
    this(gathering, services, new HashMap<>());
  }

  void read(Shape provider) {
    String id = provider.text("id");
    String name = name(provider);
    String zone = provider.textOrNull("timezone");
    if (zone != null || gathering.zoneGiven()) {
      zones.put(id, FittingWords.zone(zone, gathering.zone()));
    }
    gathering.attempt(ItemKind.HOST, name, () -> gathering.add(host(provider, id, name)));
    provider
        .object("settings")
        .ifPresent(
            settings -> gathering.attempt(ItemKind.SCHEDULE, name, () -> schedule(settings, id)));
    for (Shape service : provider.list("services")) {
      Shape offered = services.get(service.text());
      if (offered == null) {
        gathering.leftOut(
            ItemKind.EVENT_TYPE,
            name + ", service " + service.text(),
            "the service is in none of the files; download services too");
      } else {
        gathering.attempt(
            ItemKind.EVENT_TYPE,
            offered.textOr("name", ""),
            () -> gathering.add(eventType(offered, id)));
      }
    }
  }

  private static String name(Shape person) {
    return FittingWords.line(
        person.textOr("firstName", "") + " " + person.textOr("lastName", ""), 100);
  }

  private ImportedHost host(Shape provider, String id, String name) {
    EmailAddress email = new EmailAddress(provider.text("email"));
    return new ImportedHost(
        id,
        name.isEmpty() ? email.localPart() : name,
        email,
        zones.getOrDefault(id, gathering.zone()),
        FittingWords.locale(null),
        FittingWords.handle(name.isEmpty() ? email.localPart() : name),
        null);
  }

  private void schedule(Shape settings, String id) {
    Shape plan = settings.object("workingPlan").orElse(null);
    if (plan == null) {
      return;
    }
    List<WeeklyHours> weekly = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      plan.object(day.name().toLowerCase(Locale.ROOT))
          .ifPresent(open -> hours(open).forEach(span -> weekly.add(new WeeklyHours(day, span))));
    }
    List<DateOverride> overrides = new ArrayList<>();
    Shape exceptions = settings.object("workingPlanExceptions").orElse(null);
    if (exceptions != null) {
      for (String date : exceptions.node().propertyNames()) {
        overrides.add(
            new DateOverride(
                date(exceptions, date),
                exceptions.object(date).map(EasyProviders::hours).orElse(List.of())));
      }
    }
    gathering.add(
        new ImportedSchedule(
            id,
            id,
            "Working plan",
            zones.getOrDefault(id, gathering.zone()),
            true,
            weekly,
            overrides));
  }

  private static LocalDate date(Shape exceptions, String date) {
    try {
      return LocalDate.parse(date);
    } catch (DateTimeException none) {
      throw exceptions.wrong("", "by dates like 2026-03-09, and " + date + " is none");
    }
  }

  /// Returns a day's hours without its breaks.
  private static List<LocalHours> hours(Shape open) {
    List<LocalHours> hours = new ArrayList<>();
    String from = clock(open, "start");
    List<Shape> breaks =
        open.list("breaks").stream()
            .sorted((a, b) -> a.text("start").compareTo(b.text("start")))
            .toList();
    for (Shape pause : breaks) {
      add(hours, from, clock(pause, "start"));
      from = clock(pause, "end");
    }
    add(hours, from, clock(open, "end").replaceFirst("^(00:00|23:59)$", "24:00"));
    return hours;
  }

  private static String clock(Shape shape, String key) {
    String text = shape.text(key);
    return text.length() > 5 ? text.substring(0, 5) : text;
  }

  private static void add(List<LocalHours> hours, String from, String to) {
    if (from.compareTo(to) < 0) {
      hours.add(LocalHours.parse(from, to));
    }
  }

  /// Returns what an event type is called here: a service of each provider is one.
  static String key(String providerId, String serviceId) {
    return providerId + "/" + serviceId;
  }

  private ImportedEventType eventType(Shape service, String providerId) {
    String name = FittingWords.line(service.text("name"), 100);
    int duration = service.number("duration");
    int step = service.numberOr("slotInterval", duration);
    Location place = Places.booked(service.textOrNull("location"));
    gathering.differs(
        ItemKind.EVENT_TYPE,
        name,
        "Easy!Appointments does not tell the notice and booking window of a service; set them:"
            + " meetwright event-type edit");
    return new ImportedEventType(
        new Origin(key(providerId, service.text("id")), providerId, providerId, null),
        new Listing(
            FittingWords.slug(name),
            name,
            FittingWords.lines(service.textOr("description", ""), 5000),
            FittingWords.color(service.textOrNull("color")),
            service.flag("isPrivate"),
            true),
        new Timing(duration, List.of(), step, 0, 0),
        Bounds.USUAL,
        new Attendance(
            new Assignment.OneHost(),
            null,
            Math.max(1, service.numberOr("attendantsNumber", 1)),
            place == null ? List.of() : List.of(place)),
        new Correspondence(List.of(), Correspondence.DEFAULT_REMINDERS),
        Policies.FREE);
  }

  /// Returns the zone of a provider; null if it is not known.
  @Nullable ZoneId zone(String providerId) {
    ZoneId zone = zones.get(providerId);
    return zone == null && gathering.zoneGiven() ? gathering.zone() : zone;
  }
}
