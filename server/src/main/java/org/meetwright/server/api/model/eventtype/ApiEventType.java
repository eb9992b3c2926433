package org.meetwright.server.api.model.eventtype;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.api.model.Identified;

/// An event type, as the API shows it to its host.
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

  /// Several of them.
  public record Listing(List<ApiEventType> eventTypes) {}
}
