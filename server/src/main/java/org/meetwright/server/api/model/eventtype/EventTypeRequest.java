package org.meetwright.server.api.model.eventtype;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An event type to add, or to put in place of another; a null component takes its default. It is
/// as flat as its JSON object.
///
/// Wide: it is as flat as its JSON object.
///
/// @param id not looked at, so that what was told can be sent back
/// @param durationsMinutes the lengths that are offered beside the default one
/// @param location the first of the locations; needs not be told if they are
/// @param texts own texts by place and language
/// @param warnings not looked at
/// @param guests off, afterConfirmation or atOnce
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventTypeRequest(
    @Nullable UUID id,
    String slug,
    String name,
    @Nullable String description,
    int durationMinutes,
    @Nullable List<Integer> durationsMinutes,
    @Nullable Integer stepMinutes,
    @Nullable Integer bufferBeforeMinutes,
    @Nullable Integer bufferAfterMinutes,
    @Nullable Integer minimumNoticeMinutes,
    ApiEventType.@Nullable Window bookingWindow,
    @Nullable Integer maxPerDay,
    @Nullable Integer maxPerWeek,
    @Nullable Integer maxPerMonth,
    @Nullable Integer maxActivePerInvitee,
    @Nullable Integer seats,
    ApiEventType.@Nullable Assignment assignment,
    @Nullable Boolean requiresApproval,
    @Nullable Boolean hidden,
    @Nullable Boolean active,
    @Nullable Boolean requiresLink,
    @Nullable Boolean confirmEmail,
    @Nullable String guests,
    @Nullable Integer guestsAtOnce,
    @Nullable ChangePolicy cancellationPolicy,
    @Nullable ChangePolicy reschedulePolicy,
    @Nullable String color,
    @Nullable ApiLocation location,
    @Nullable List<ApiLocation> locations,
    @Nullable List<Question> questions,
    @Nullable UUID scheduleId,
    @Nullable List<Integer> reminderMinutes,
    @Nullable Integer followUpMinutes,
    @Nullable String redirectUrl,
    @Nullable Map<String, Map<String, String>> texts,
    @Nullable List<ApiEventType.Warning> warnings) {

  /// Returns an event type that leaves all else to the defaults.
  ///
  /// @param location null if nothing is said about the place
  public static EventTypeRequest of(
      String slug, String name, int durationMinutes, @Nullable ApiLocation location) {
    return new EventTypeRequest(
        null,
        slug,
        name,
        null,
        durationMinutes,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        location,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /// Returns the same in another color.
  public EventTypeRequest inColor(String other) {
    return with(requiresApproval, other);
  }

  /// Returns the same, whose bookings wait until the host approves them.
  public EventTypeRequest requiringApproval() {
    return with(true, color);
  }

  private EventTypeRequest with(@Nullable Boolean requiresApproval, @Nullable String color) {
    return new EventTypeRequest(
        id,
        slug,
        name,
        description,
        durationMinutes,
        durationsMinutes,
        stepMinutes,
        bufferBeforeMinutes,
        bufferAfterMinutes,
        minimumNoticeMinutes,
        bookingWindow,
        maxPerDay,
        maxPerWeek,
        maxPerMonth,
        maxActivePerInvitee,
        seats,
        assignment,
        requiresApproval,
        hidden,
        active,
        requiresLink,
        confirmEmail,
        guests,
        guestsAtOnce,
        cancellationPolicy,
        reschedulePolicy,
        color,
        location,
        locations,
        questions,
        scheduleId,
        reminderMinutes,
        followUpMinutes,
        redirectUrl,
        texts,
        warnings);
  }

  /// A question to the invitee.
  ///
  /// @param id null for a new one
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Question(
      @Nullable UUID id,
      String label,
      String kind,
      @Nullable Boolean required,
      @Nullable List<String> options) {}

  /// What an invitee has to keep to when he cancels or moves a booking.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ChangePolicy(@Nullable Integer noticeMinutes, @Nullable Boolean reasonRequired) {}
}
