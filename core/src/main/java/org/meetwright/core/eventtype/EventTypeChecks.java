package org.meetwright.core.eventtype;

import java.util.UUID;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.eventtype.EventTypeMapper.EventTypeRow;
import org.meetwright.core.question.Question;
import org.meetwright.core.schedule.Schedules;
import org.meetwright.core.team.Team;
import org.meetwright.core.team.Teams;
import org.meetwright.core.value.InvalidValueException;

/// Checks event types against what is stored.
final class EventTypeChecks {
  private EventTypeChecks() {}

  /// Checks an event type before it is saved.
  ///
  /// @throws InvalidValueException if the slug is taken, or the team, the schedule or a question is
  ///   not the host's
  static void check(Transaction tx, EventType eventType) {
    checkTeam(tx, eventType);
    EventTypeRow sameSlug =
        tx.mapper(EventTypeMapper.class).findBySlug(eventType.pageId(), eventType.slug());
    if (sameSlug != null && !sameSlug.id().equals(eventType.id())) {
      throw new InvalidValueException(
          "slug",
          InvalidValueException.shown(eventType.slug())
              + " is another event type's; choose another");
    }
    UUID scheduleId = eventType.attendance().scheduleId();
    if (scheduleId != null && Schedules.load(tx, eventType.hostId(), scheduleId) == null) {
      throw new InvalidValueException(
          "scheduleId", "must be one of your schedules, not " + scheduleId);
    }
    for (Question question : eventType.questions()) {
      UUID owner = tx.mapper(EventTypeMapper.class).eventTypeOfQuestion(question.id());
      if (owner != null && !owner.equals(eventType.id())) {
        throw new InvalidValueException(
            "questions",
            "must not reuse the id of another event type's question: " + question.id());
      }
    }
  }

  private static void checkTeam(Transaction tx, EventType eventType) {
    UUID teamId = eventType.assignment().teamId();
    Team team = teamId == null ? null : Teams.load(tx, teamId);
    if (teamId != null && (team == null || !team.ownerId().equals(eventType.hostId()))) {
      throw new InvalidValueException(
          "assignment.team", "must be a team that you made, not " + teamId);
    }
  }
}
