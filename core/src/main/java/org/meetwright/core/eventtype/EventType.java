package org.meetwright.core.eventtype;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.eventtype.rule.Bounds;
import org.meetwright.core.eventtype.rule.Policies;
import org.meetwright.core.eventtype.rule.Timing;
import org.meetwright.core.question.Question;
import org.meetwright.core.time.Interval;

/// A kind of meeting that a host offers.
///
/// @param hostId who made it and may change it
/// @param listing how it stands on its page
/// @param timing how long meetings are, and when they can start
/// @param bounds how soon, how far ahead and how often it can be booked
/// @param attendance who meets, and where
/// @param correspondence what invitees are asked, and when they are reminded
/// @param policies what bookings have to keep to
public record EventType(
    UUID id,
    UUID hostId,
    Listing listing,
    Timing timing,
    Bounds bounds,
    Attendance attendance,
    Correspondence correspondence,
    Policies policies) {

  /// Returns its name in addresses.
  public String slug() {
    return listing.slug();
  }

  /// Returns its name as people read it.
  public String name() {
    return listing.name();
  }

  /// Returns whether it can be booked now.
  public boolean active() {
    return listing.active();
  }

  /// Returns who meets the invitees.
  public Assignment assignment() {
    return attendance.assignment();
  }

  /// Returns how many invitees share a meeting.
  public int seats() {
    return attendance.seats();
  }

  /// Returns the first of the places where it can be; null if invitees learn it some other way.
  public @Nullable Location location() {
    return attendance.locations().isEmpty() ? null : attendance.locations().getFirst();
  }

  /// Returns the same event type with meetings of an asked length, whether it is offered or not.
  public EventType lasting(int minutes) {
    Timing asked = timing.lasting(minutes);
    return asked.equals(timing)
        ? this
        : new EventType(id, hostId, listing, asked, bounds, attendance, correspondence, policies);
  }

  /// Returns whether a link may have to be made for a meeting.
  public boolean makesLinks() {
    return attendance.locations().stream()
        .anyMatch(location -> location.kind() == Location.LocationKind.GENERATED_LINK);
  }

  /// Returns what invitees are asked.
  public List<Question> questions() {
    return correspondence.questions();
  }

  /// Returns under whose handle it stands: the team's, or the host's.
  public UUID pageId() {
    UUID teamId = assignment().teamId();
    return teamId == null ? hostId : teamId;
  }

  /// Returns whether lists show it to everybody.
  public boolean isListed() {
    return active() && !listing.hidden() && !policies.requiresLink();
  }

  /// Returns the same event type as it is while a host is switched off whom it needs.
  public EventType switchedOff() {
    return new EventType(
        id,
        hostId,
        listing.withActive(false),
        timing,
        bounds,
        attendance,
        correspondence,
        policies);
  }

  /// Returns the same event type as it is to its hosts, who may move meetings at any notice.
  public EventType withoutNotice() {
    return bounds.minimumNoticeMinutes() == 0
        ? this
        : new EventType(
            id,
            hostId,
            listing,
            timing,
            bounds.withNotice(0),
            attendance,
            correspondence,
            policies);
  }

  /// Returns the meeting that begins at a start.
  public Interval meeting(Instant start) {
    return timing.meeting(start);
  }

  /// Returns the meeting that begins at a start, with its buffers.
  public Interval padded(Instant start) {
    return timing.padded(start);
  }
}
