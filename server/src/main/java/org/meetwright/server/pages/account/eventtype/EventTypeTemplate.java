package org.meetwright.server.pages.account.eventtype;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.Attendance;
import org.meetwright.core.eventtype.Correspondence;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.Listing;
import org.meetwright.core.eventtype.rule.Bounds;
import org.meetwright.core.eventtype.rule.Policies;
import org.meetwright.core.eventtype.rule.Timing;
import org.meetwright.core.value.Ids;

/// What a new event type can begin as.
enum EventTypeTemplate {
  INTRO("intro", 15, 5, 1, "#2f6f5e"),
  MEETING("meeting", 30, 0, 1, "#2456a6"),
  WORKSHOP("workshop", 90, 15, 1, "#8a4b08"),
  GROUP("group", 60, 0, 10, "#7a3b8f"),
  ROUND_ROBIN("team", 30, 0, 1, "#a13344");

  private static final int NOTICE = 4 * 60;

  private final String slug;
  private final int minutes;
  private final int bufferAfter;
  private final int seats;
  private final String color;

  EventTypeTemplate(String slug, int minutes, int bufferAfter, int seats, String color) {
    this.slug = slug;
    this.minutes = minutes;
    this.bufferAfter = bufferAfter;
    this.seats = seats;
    this.color = color;
  }

  /// Returns the templates of someone who owns a team, or none.
  static List<EventTypeTemplate> all(boolean team) {
    return Arrays.stream(values()).filter(template -> team || template != ROUND_ROBIN).toList();
  }

  static Optional<EventTypeTemplate> find(String word) {
    return Arrays.stream(values()).filter(template -> template.word().equals(word)).findFirst();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String color() {
    return color;
  }

  /// Returns a new event type.
  ///
  /// @param name as invitees read it
  /// @param teamId a team for those that need one; null if the host has none
  EventType begin(UUID hostId, String name, @Nullable UUID teamId) {
    Assignment assignment =
        this == ROUND_ROBIN && teamId != null
            ? new Assignment.RoundRobin(teamId)
            : new Assignment.OneHost();
    return new EventType(
        Ids.next(),
        hostId,
        new Listing(slug, name, "", color, false, true),
        Timing.ofMinutes(minutes).withBuffers(0, bufferAfter),
        Bounds.USUAL.withNotice(NOTICE),
        Attendance.of(assignment, null).withSeats(seats),
        Correspondence.asking(),
        Policies.FREE);
  }
}
