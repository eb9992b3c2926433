package org.meetwright.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.database.Ids;
import org.meetwright.core.eventtype.BookingWindow;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.eventtype.Policies;
import org.meetwright.core.eventtype.Question;
import org.meetwright.core.team.Bookable;
import org.meetwright.core.value.InvalidValueException;

/// An event type, as the API tells it to its host.
///
/// @param seats how many invitees share a meeting
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
    String color,
    @Nullable ApiLocation location,
    List<ApiQuestion> questions,
    @Nullable UUID scheduleId,
    List<Integer> reminderMinutes) {

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

  /// A question.
  ///
  /// @param kind text, longText, oneOf, manyOf, yesNo, phone or number
  public record ApiQuestion(
      UUID id, String label, String kind, boolean required, List<String> options) {
    static ApiQuestion of(Question question) {
      return new ApiQuestion(
          question.id(),
          question.label(),
          question.kind().word(),
          question.required(),
          question.options());
    }
  }

  /// What a list of event types tells everybody.
  public record Summary(
      String slug, String name, String description, int durationMinutes, String color) {
    static Summary of(EventType type) {
      return new Summary(
          type.slug(), type.name(), type.description(), type.durationMinutes(), type.color());
    }
  }

  /// What the booking page shows.
  ///
  /// @param hosts the host, or all members of the team
  public record Public(
      String slug,
      String name,
      String description,
      int durationMinutes,
      String color,
      @Nullable ApiLocation location,
      List<ApiQuestion> questions,
      int seats,
      boolean requiresApproval,
      List<ApiHost.Name> hosts) {
    static Public of(EventType type, Bookable who) {
      return new Public(
          type.slug(),
          type.name(),
          type.description(),
          type.durationMinutes(),
          type.color(),
          ApiLocation.of(type.location()),
          type.questions().stream().map(ApiQuestion::of).toList(),
          type.seats(),
          type.requiresApproval(),
          who.hosts().stream().map(ApiHost.Name::of).toList());
    }
  }

  static ApiEventType of(EventType type, Assignments assignments) {
    return new ApiEventType(
        type.id(),
        type.slug(),
        type.name(),
        type.description(),
        type.durationMinutes(),
        type.stepMinutes(),
        type.bufferBeforeMinutes(),
        type.bufferAfterMinutes(),
        type.minimumNoticeMinutes(),
        window(type.bookingWindow()),
        type.maxPerDay(),
        type.maxPerWeek(),
        type.seats(),
        assignments.told(type.assignment()),
        type.requiresApproval(),
        type.hidden(),
        type.active(),
        type.color(),
        ApiLocation.of(type.location()),
        type.questions().stream().map(ApiQuestion::of).toList(),
        type.scheduleId(),
        type.reminderMinutes());
  }

  private static Window window(BookingWindow window) {
    return switch (window) {
      case BookingWindow.Rolling rolling -> new Window("rolling", rolling.days(), null, null);
      case BookingWindow.Dates dates -> new Window("dates", null, dates.from(), dates.to());
      case BookingWindow.Unlimited unlimited -> new Window("unlimited", null, null, null);
    };
  }

  /// Reads an event type; an `id` in it is not looked at. What is left out takes its default.
  static EventType read(
      Fields fields, Assignments assignments, UUID id, UUID hostId, Instant createdAt) {
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
        "color",
        "location",
        "questions",
        "scheduleId",
        "reminderMinutes");
    int duration = fields.number("durationMinutes");
    return new EventType(
        id,
        hostId,
        fields.text("slug"),
        fields.text("name"),
        fields.text("description", ""),
        duration,
        fields.number("stepMinutes", duration),
        fields.number("bufferBeforeMinutes", 0),
        fields.number("bufferAfterMinutes", 0),
        fields.number("minimumNoticeMinutes", 0),
        fields.optionalObject("bookingWindow").isEmpty()
            ? new BookingWindow.Rolling(EventType.DEFAULT_WINDOW_DAYS)
            : fields.inside("bookingWindow", ApiEventType::readWindow),
        fields.optionalNumber("maxPerDay").orElse(null),
        fields.optionalNumber("maxPerWeek").orElse(null),
        fields.number("seats", 1),
        assignments.read(fields, hostId),
        fields.yesNo("requiresApproval", false),
        fields.yesNo("hidden", false),
        fields.yesNo("active", true),
        fields.text("color", EventType.DEFAULT_COLOR),
        readLocation(fields),
        fields.optionalId("scheduleId").orElse(null),
        fields.objects("questions", ApiEventType::readQuestion),
        fields.numbers("reminderMinutes", EventType.DEFAULT_REMINDERS),
        Policies.FREE,
        createdAt);
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

  private static Question readQuestion(Fields fields) {
    fields.only("id", "label", "kind", "required", "options");
    return new Question(
        fields.optionalId("id").orElseGet(Ids::next),
        fields.text("label"),
        Question.Kind.of(fields.text("kind")),
        fields.yesNo("required", false),
        fields.texts("options", option -> option));
  }
}
