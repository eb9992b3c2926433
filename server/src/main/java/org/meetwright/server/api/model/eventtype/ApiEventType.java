package org.meetwright.server.api.model.eventtype;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.api.model.Identified;

/// An event type, as the API shows it to its host.
///
/// Wide: it is as flat as its JSON object.
///
/// @param durationMinutes the length if nobody asks for another
/// @param durationsMinutes all lengths that are offered, ascending
/// @param stepMinutes null if it is the length that is asked for, of several
/// @param location the first of the locations
/// @param followUpMinutes how long after the end a mail goes out; null if none does
/// @param redirectUrl where the invitee's browser goes after booking; null to stay
/// @param texts own texts by place and language
/// @param warnings what is allowed, and seldom meant
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
    List<Integer> durationsMinutes,
    @Nullable Integer stepMinutes,
    int bufferBeforeMinutes,
    int bufferAfterMinutes,
    int minimumNoticeMinutes,
    Window bookingWindow,
    @Nullable Integer maxPerDay,
    @Nullable Integer maxPerWeek,
    @Nullable Integer maxPerMonth,
    @Nullable Integer maxActivePerInvitee,
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
    List<ApiLocation> locations,
    List<ApiQuestion> questions,
    @Nullable UUID scheduleId,
    List<Integer> reminderMinutes,
    @Nullable Integer followUpMinutes,
    @Nullable String redirectUrl,
    Map<String, Map<String, String>> texts,
    List<Warning> warnings)
    implements Identified {

  /// Something that is allowed, and seldom meant.
  public record Warning(String field, String message) {}

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

  /// Several of them.
  public record Listing(List<ApiEventType> eventTypes) {}
}
