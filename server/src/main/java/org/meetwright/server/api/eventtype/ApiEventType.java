package org.meetwright.server.api.eventtype;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.eventtype.Attendance;
import org.meetwright.core.eventtype.Correspondence;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.Listing;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.eventtype.rule.BookingWindow;
import org.meetwright.core.eventtype.rule.Bounds;
import org.meetwright.core.eventtype.rule.Guests;
import org.meetwright.core.eventtype.rule.Policies;
import org.meetwright.core.eventtype.rule.Timing;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.exchange.Identified;

/// An event type, as the API tells it to its host.
///
/// @param seats how many invitees share a meeting
/// @param requiresLink whether it can only be booked with a booking link
/// @param confirmEmail whether a booking counts only once its invitee has confirmed his e-mail
///   address
/// @param guests off, afterConfirmation or atOnce
/// @param guestsAtOnce up to how many guests that a stranger names are told at once
/// @param scheduleId null for the host's default schedule
public record ApiEventType(
    UUID id,
    String slug,
    String name,
    String description,
    int durationMinutes,
    int stepMinutes,
    int bufferBeforeMinutes,
    int bufferAfterMinutes,
    int minimumNoticeMinutes,
    Window bookingWindow,
    @Nullable Integer maxPerDay,
    @Nullable Integer maxPerWeek,
    int seats,
    Assignment assignment,
    boolean requiresApproval,
    boolean hidden,
    boolean active,
    boolean requiresLink,
    boolean confirmEmail,
    String guests,
    int guestsAtOnce,
    ApiChangePolicy cancellationPolicy,
    ApiChangePolicy reschedulePolicy,
    String color,
    @Nullable ApiLocation location,
    List<ApiQuestion> questions,
    @Nullable UUID scheduleId,
    List<Integer> reminderMinutes)
    implements Identified {

  /// The booking window.
  ///
  /// @param kind rolling (with days), dates (with from and to, inclusive) or unlimited
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Window(
      String kind, @Nullable Integer days, @Nullable LocalDate from, @Nullable LocalDate to) {}

  /// Who meets the invitee.
  ///
  /// @param kind oneHost, or with a team roundRobin or collective
  /// @param team the team's handle; null with one host
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Assignment(String kind, @Nullable String team) {}

  /// Returns how the API tells an event type.
  public static ApiEventType of(EventType type, Assignments assignments) {
    return new ApiEventType(
        type.id(),
        type.slug(),
        type.name(),
        type.listing().description(),
        type.timing().durationMinutes(),
        type.timing().stepMinutes(),
        type.timing().bufferBeforeMinutes(),
        type.timing().bufferAfterMinutes(),
        type.bounds().minimumNoticeMinutes(),
        window(type.bounds().bookingWindow()),
        type.bounds().maxPerDay(),
        type.bounds().maxPerWeek(),
        type.seats(),
        assignments.told(type.assignment()),
        type.policies().requiresApproval(),
        type.listing().hidden(),
        type.active(),
        type.policies().requiresLink(),
        type.policies().confirmEmail(),
        type.policies().guests().word(),
        type.policies().guests().atOnce(),
        ApiChangePolicy.of(type.policies().cancellation()),
        ApiChangePolicy.of(type.policies().reschedule()),
        type.listing().color(),
        ApiLocation.of(type.location()),
        type.questions().stream().map(ApiQuestion::of).toList(),
        type.attendance().scheduleId(),
        type.correspondence().reminderMinutes());
  }

  private static Window window(BookingWindow window) {
    return switch (window) {
      case BookingWindow.Rolling rolling -> new Window("rolling", rolling.days(), null, null);
      case BookingWindow.Dates dates -> new Window("dates", null, dates.from(), dates.to());
      case BookingWindow.Unlimited unlimited -> new Window("unlimited", null, null, null);
    };
  }

  /// Reads an event type; an `id` in it is not looked at. What is left out takes its default.
  static EventType read(Fields fields, Assignments assignments, UUID id, UUID hostId) {
    fields.only(
        "id",
        "slug",
        "name",
        "description",
        "durationMinutes",
        "stepMinutes",
        "bufferBeforeMinutes",
        "bufferAfterMinutes",
        "minimumNoticeMinutes",
        "bookingWindow",
        "maxPerDay",
        "maxPerWeek",
        "seats",
        "assignment",
        "requiresApproval",
        "hidden",
        "active",
        "requiresLink",
        "confirmEmail",
        "guests",
        "guestsAtOnce",
        "cancellationPolicy",
        "reschedulePolicy",
        "color",
        "location",
        "questions",
        "scheduleId",
        "reminderMinutes");
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
        readTiming(fields),
        readBounds(fields),
        new Attendance(
            assignments.read(fields, hostId),
            fields.optionalId("scheduleId").orElse(null),
            fields.number("seats", 1),
            readLocation(fields)),
        new Correspondence(
            fields.objects("questions", ApiQuestion::read),
            fields.numbers("reminderMinutes", Correspondence.DEFAULT_REMINDERS)),
        new Policies(
            ApiChangePolicy.read("cancellationPolicy", fields),
            ApiChangePolicy.read("reschedulePolicy", fields),
            fields.yesNo("requiresLink", false),
            fields.yesNo("confirmEmail", false),
            fields.yesNo("requiresApproval", false),
            readGuests(fields)));
  }

  private static Timing readTiming(Fields fields) {
    int duration = fields.number("durationMinutes");
    return new Timing(
        duration,
        fields.number("stepMinutes", duration),
        fields.number("bufferBeforeMinutes", 0),
        fields.number("bufferAfterMinutes", 0));
  }

  private static Bounds readBounds(Fields fields) {
    return new Bounds(
        fields.number("minimumNoticeMinutes", 0),
        fields.optionalObject("bookingWindow").isEmpty()
            ? Bounds.USUAL.bookingWindow()
            : fields.inside("bookingWindow", ApiEventType::readWindow),
        fields.optionalNumber("maxPerDay").orElse(null),
        fields.optionalNumber("maxPerWeek").orElse(null));
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

  private static @Nullable Location readLocation(Fields fields) {
    return fields.optionalObject("location").isEmpty()
        ? null
        : fields.inside("location", ApiLocation::read);
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
}
