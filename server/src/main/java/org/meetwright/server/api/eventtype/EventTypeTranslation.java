package org.meetwright.server.api.eventtype;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.eventtype.Attendance;
import org.meetwright.core.eventtype.Correspondence;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.eventtype.Listing;
import org.meetwright.core.eventtype.rule.BookingWindow;
import org.meetwright.core.eventtype.rule.Bounds;
import org.meetwright.core.eventtype.rule.Guests;
import org.meetwright.core.eventtype.rule.Policies;
import org.meetwright.core.eventtype.rule.Timing;
import org.meetwright.core.team.Teams;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.api.exchange.ExportPart;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.model.eventtype.ApiEventType;
import org.meetwright.server.api.model.eventtype.EventTypeRequest;

/// Translates event types to and from the API.
public final class EventTypeTranslation {
  private EventTypeTranslation() {}

  /// Returns how the API tells an event type.
  public static ApiEventType toApi(EventType type, Assignments assignments) {
    URI redirectUrl = type.correspondence().redirectUrl();
    return new ApiEventType(
        type.id(),
        type.slug(),
        type.name(),
        type.listing().description(),
        type.timing().durationMinutes(),
        type.timing().durationsMinutes(),
        type.timing().hasSeveralLengths()
            ? type.timing().ownStepMinutes()
            : Integer.valueOf(type.timing().stepMinutes()),
        type.timing().bufferBeforeMinutes(),
        type.timing().bufferAfterMinutes(),
        type.bounds().minimumNoticeMinutes(),
        window(type.bounds().bookingWindow()),
        type.bounds().maxPerDay(),
        type.bounds().maxPerWeek(),
        type.bounds().maxPerMonth(),
        type.bounds().maxActivePerInvitee(),
        type.seats(),
        assignments.told(type.assignment()),
        type.policies().requiresApproval(),
        type.listing().hidden(),
        type.active(),
        type.policies().requiresLink(),
        type.policies().confirmEmail(),
        type.policies().guests().word(),
        type.policies().guests().atOnce(),
        PartTranslation.toApi(type.policies().cancellation()),
        PartTranslation.toApi(type.policies().reschedule()),
        type.listing().color(),
        PartTranslation.toApi(type.location()),
        PartTranslation.toApi(type.attendance().locations()),
        type.questions().stream().map(PartTranslation::toApi).toList(),
        type.attendance().scheduleId(),
        type.correspondence().reminderMinutes(),
        type.correspondence().followUpMinutes(),
        redirectUrl == null ? null : redirectUrl.toString(),
        PartTranslation.toApi(type.correspondence().texts()),
        type.attendance().warnings().stream()
            .map(warning -> new ApiEventType.Warning(warning.field(), warning.message()))
            .toList());
  }

  private static ApiEventType.Window window(BookingWindow window) {
    return switch (window) {
      case BookingWindow.Rolling rolling ->
          new ApiEventType.Window("rolling", rolling.days(), null, null);
      case BookingWindow.Dates dates ->
          new ApiEventType.Window("dates", null, dates.from(), dates.to());
      case BookingWindow.Unlimited unlimited ->
          new ApiEventType.Window("unlimited", null, null, null);
    };
  }

  /// Reads a new event type; an `id` in it is not looked at. What is left out takes its default.
  public static EventType read(Fields fields, Assignments assignments, UUID id, UUID hostId) {
    return read(fields, assignments, id, hostId, null);
  }

  /// Reads an event type that takes the place of another; what is left out takes its default.
  public static EventType read(Fields fields, Assignments assignments, EventType before) {
    return read(fields, assignments, before.id(), before.hostId(), before);
  }

  private static EventType read(
      Fields fields, Assignments assignments, UUID id, UUID hostId, @Nullable EventType before) {
    fields.only(EventTypeRequest.class);
    return new EventType(
        id,
        hostId,
        new Listing(
            fields.text("slug"),
            fields.text("name"),
            fields.text("description", ""),
            fields.text("color", Listing.DEFAULT_COLOR),
            fields.yesNo("hidden", false),
            fields.yesNo("active", true)),
        readTiming(fields, before == null ? null : before.timing()),
        readBounds(fields),
        new Attendance(
            assignments.read(fields, hostId),
            fields.optionalId("scheduleId").orElse(null),
            fields.number("seats", 1),
            PartTranslation.readLocations(fields, before == null ? null : before.attendance())),
        readCorrespondence(fields),
        new Policies(
            PartTranslation.readPolicy("cancellationPolicy", fields),
            PartTranslation.readPolicy("reschedulePolicy", fields),
            fields.yesNo("requiresLink", false),
            fields.yesNo("confirmEmail", false),
            fields.yesNo("requiresApproval", false),
            readGuests(fields)));
  }

  private static Correspondence readCorrespondence(Fields fields) {
    return new Correspondence(
        fields.objects("questions", PartTranslation::readQuestion),
        fields.numbers("reminderMinutes", Correspondence.DEFAULT_REMINDERS),
        fields.optionalNumber("followUpMinutes").orElse(null),
        fields.optionalText("redirectUrl").map(Correspondence::redirectUrl).orElse(null),
        PartTranslation.readTexts(fields));
  }

  /// Reads the lengths. Someone who changes the default one and sends back the others as they were
  /// does not mean to keep the former one.
  private static Timing readTiming(Fields fields, @Nullable Timing before) {
    int duration = fields.number("durationMinutes");
    List<Integer> others = fields.numbers("durationsMinutes", List.of());
    if (before != null && others.equals(before.durationsMinutes()) && !others.contains(duration)) {
      others = others.stream().filter(other -> other != before.durationMinutes()).toList();
    }
    return new Timing(
        duration,
        others,
        fields.optionalNumber("stepMinutes").orElse(null),
        fields.number("bufferBeforeMinutes", 0),
        fields.number("bufferAfterMinutes", 0));
  }

  private static Bounds readBounds(Fields fields) {
    return new Bounds(
        fields.number("minimumNoticeMinutes", 0),
        fields.optionalObject("bookingWindow").isEmpty()
            ? Bounds.USUAL.bookingWindow()
            : fields.inside("bookingWindow", EventTypeTranslation::readWindow),
        fields.optionalNumber("maxPerDay").orElse(null),
        fields.optionalNumber("maxPerWeek").orElse(null),
        fields.optionalNumber("maxPerMonth").orElse(null),
        fields.optionalNumber("maxActivePerInvitee").orElse(null));
  }

  /// Reads the rule about guests. A number alone says `atOnce`; that alone says the highest number.
  private static Guests readGuests(Fields fields) {
    Guests said = fields.optionalText("guests").map(Guests::of).orElse(null);
    Integer atOnce = fields.optionalNumber("guestsAtOnce").orElse(null);
    if (atOnce == null) {
      return said == null ? Guests.USUAL : said;
    }
    Guests asked = new Guests(said == null || said.allowed(), atOnce);
    if (said != null && !said.word().equals(asked.word())) {
      throw new InvalidValueException(
          "guestsAtOnce", "must be 1 to 10 with atOnce, and 0 otherwise, not " + atOnce);
    }
    return asked;
  }

  private static BookingWindow readWindow(Fields fields) {
    String kind = fields.text("kind");
    return switch (kind) {
      case "rolling" -> {
        fields.only("kind", "days");
        yield new BookingWindow.Rolling(fields.number("days"));
      }
      case "dates" -> {
        fields.only("kind", "from", "to");
        yield new BookingWindow.Dates(fields.date("from"), fields.date("to"));
      }
      case "unlimited" -> {
        fields.only("kind");
        yield new BookingWindow.Unlimited();
      }
      default ->
          throw new InvalidValueException(
              "kind",
              "must be rolling, dates or unlimited, not " + InvalidValueException.shown(kind));
    };
  }

  /// Returns a host's event types, for the export.
  public static ExportPart exported(EventTypes eventTypes, Teams teams) {
    Assignments assignments = new Assignments(teams);
    return ExportPart.of(
        "eventTypes",
        host -> eventTypes.list(host.id()).stream().map(type -> toApi(type, assignments)).toList());
  }
}
