package org.meetwright.core.availability;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.absence.Absence;
import org.meetwright.core.absence.Absences;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.schedule.Schedule;
import org.meetwright.core.schedule.Schedules;

/// What a host may save: facts are read as if it were saved.
///
/// @param schedule in place of the host's schedule of its id; if it is the default one, no other is
/// @param absence in place of the host's absence of its id, or one more
public record Draft(@Nullable Schedule schedule, @Nullable Absence absence) {
  /// Nothing is changed.
  public static final Draft NOTHING = new Draft(null, null);

  /// Returns the schedule that counts.
  ///
  /// @param scheduleId null for the host's default one
  Schedule scheduleOf(Transaction tx, UUID hostId, @Nullable UUID scheduleId) {
    Schedule draft = draftOf(hostId);
    if (draft != null && (scheduleId == null ? draft.isDefault() : scheduleId.equals(draft.id()))) {
      return draft;
    }
    Schedule stored = Schedules.load(tx, hostId, scheduleId);
    if (stored == null) {
      throw new IllegalStateException("Host without schedule: " + hostId);
    }
    return stored;
  }

  /// Returns the absences of a host that may lie between two instants.
  List<Absence> absencesOf(Transaction tx, UUID hostId, Instant from, Instant until) {
    List<Absence> stored = Absences.load(tx, hostId, from, until);
    if (absence == null || !absence.hostId().equals(hostId)) {
      return stored;
    }
    List<Absence> all = new ArrayList<>(stored);
    all.removeIf(other -> other.id().equals(absence.id()));
    all.add(absence);
    return all;
  }

  /// Returns the zone of a host's default schedule.
  ///
  /// @param known one of his schedules
  ZoneId defaultZone(Transaction tx, Schedule known) {
    Schedule draft = draftOf(known.hostId());
    if (draft != null && draft.isDefault()) {
      return draft.timeZone();
    }
    return known.isDefault() ? known.timeZone() : Schedules.defaultTimeZone(tx, known.hostId());
  }

  private @Nullable Schedule draftOf(UUID hostId) {
    return schedule != null && schedule.hostId().equals(hostId) ? schedule : null;
  }
}
