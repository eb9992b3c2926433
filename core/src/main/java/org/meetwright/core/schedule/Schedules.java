package org.meetwright.core.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.database.mybatis.StoredRows;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.HostMapper;
import org.meetwright.core.news.News;
import org.meetwright.core.news.NewsKind;
import org.meetwright.core.schedule.ScheduleMapper.ScheduleRow;
import org.meetwright.core.value.Ids;

/// The schedules of hosts. A host always has exactly one default schedule.
public final class Schedules {
  private final Database database;
  private final InstantSource clock;

  /// Creates the service.
  public Schedules(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// What became of a wish to delete a schedule.
  public sealed interface Deletion {
    /// It is gone.
    record Deleted() implements Deletion {}

    /// The host has no such schedule.
    record NotFound() implements Deletion {}

    /// It stays: it is the default schedule, or event types use it.
    ///
    /// @param why one sentence with the next step
    record InUse(String why) implements Deletion {}
  }

  /// Writes the schedule of a new host: Monday to Friday 09:00 to 17:00 in his zone.
  public static void addDefault(Transaction tx, Host host) {
    List<WeeklyHours> hours =
        Stream.of(DayOfWeek.values())
            .limit(5)
            .map(day -> new WeeklyHours(day, new LocalHours(9 * 60, 17 * 60)))
            .toList();
    Schedule schedule =
        new Schedule(
            Ids.next(), host.id(), "Working hours", host.timeZone(), true, hours, List.of());
    ScheduleRows.insert(tx.mapper(ScheduleMapper.class), schedule);
  }

  /// Returns a schedule within a transaction; null if there is none.
  ///
  /// @param scheduleId null for the host's default schedule
  public static @Nullable Schedule load(Transaction tx, UUID hostId, @Nullable UUID scheduleId) {
    ScheduleMapper mapper = tx.mapper(ScheduleMapper.class);
    ScheduleRow row = scheduleId == null ? mapper.findDefault(hostId) : mapper.find(scheduleId);
    return row == null || !row.hostId().equals(hostId) ? null : ScheduleRows.withHours(mapper, row);
  }

  /// Returns the zone of a host's default schedule, within a transaction.
  public static ZoneId defaultTimeZone(Transaction tx, UUID hostId) {
    return tx.mapper(ScheduleMapper.class).defaultTimeZone(hostId);
  }

  /// Returns the schedule of a name within a transaction; null if the host has none.
  public static @Nullable Schedule loadByName(Transaction tx, UUID hostId, String name) {
    ScheduleMapper mapper = tx.mapper(ScheduleMapper.class);
    return StoredRows.list(mapper.list(hostId), row -> ScheduleRows.withHours(mapper, row)).stream()
        .filter(schedule -> schedule.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  /// Returns the host's schedules, the default one first, then by name.
  public List<Schedule> list(UUID hostId) {
    return database.consistentRead(
        tx -> {
          ScheduleMapper mapper = tx.mapper(ScheduleMapper.class);
          return StoredRows.list(mapper.list(hostId), row -> ScheduleRows.withHours(mapper, row));
        });
  }

  /// Returns a schedule of the host; empty if he has no such one.
  public Optional<Schedule> find(UUID hostId, UUID id) {
    return database.consistentRead(tx -> Optional.ofNullable(load(tx, hostId, id)));
  }

  /// Adds a schedule. If it is to be the default one, the old default no longer is.
  public Schedule add(Schedule schedule) {
    return database.inTransaction(tx -> add(tx, schedule));
  }

  /// Adds a schedule within a transaction, as [#add(Schedule)].
  public Schedule add(Transaction tx, Schedule schedule) {
    ScheduleMapper mapper = tx.mapper(ScheduleMapper.class);
    tx.mapper(HostMapper.class).lock(schedule.hostId());
    if (schedule.isDefault()) {
      mapper.clearDefault(schedule.hostId(), schedule.id());
    }
    ScheduleRows.insert(mapper, schedule);
    changed(tx, schedule.hostId(), schedule.id());
    return schedule;
  }

  /// Replaces a schedule. The default one stays the default until another is made so.
  ///
  /// @return the schedule as it is now; empty if the host has no such one
  public Optional<Schedule> replace(Schedule schedule) {
    return database.inTransaction(tx -> replace(tx, schedule));
  }

  /// Replaces a schedule within a transaction, as [#replace(Schedule)].
  public Optional<Schedule> replace(Transaction tx, Schedule schedule) {
    ScheduleMapper mapper = tx.mapper(ScheduleMapper.class);
    HostMapper hosts = tx.mapper(HostMapper.class);
    hosts.lock(schedule.hostId());
    ScheduleRow old = mapper.find(schedule.id());
    if (old == null || !old.hostId().equals(schedule.hostId())) {
      return Optional.empty();
    }
    Schedule kept = schedule;
    if (old.isDefault() && !schedule.isDefault()) {
      kept = schedule.asDefault();
    } else if (schedule.isDefault()) {
      mapper.clearDefault(schedule.hostId(), schedule.id());
    }
    mapper.update(ScheduleRows.row(kept));
    mapper.deleteWeeklyHours(kept.id());
    mapper.deleteOverrides(kept.id());
    ScheduleRows.insertHours(mapper, kept);
    changed(tx, kept.hostId(), kept.id());
    return Optional.of(kept);
  }

  /// Has a schedule of a host whose row is held read in another zone. Its hours stay the same by
  /// the clock. The host's revision has to be raised as well.
  ///
  /// @param at now
  public static void setTimeZone(Transaction tx, UUID hostId, UUID id, ZoneId zone, Instant at) {
    if (tx.mapper(ScheduleMapper.class).setTimeZone(id, hostId, zone) > 0) {
      News.note(tx, NewsKind.SCHEDULE_CHANGED, List.of(hostId), id, at);
    }
  }

  /// Deletes a schedule that nothing uses.
  public Deletion delete(UUID hostId, UUID id) {
    return database.inTransaction(
        tx -> {
          ScheduleMapper mapper = tx.mapper(ScheduleMapper.class);
          tx.mapper(HostMapper.class).lock(hostId);
          ScheduleRow schedule = mapper.find(id);
          if (schedule == null || !schedule.hostId().equals(hostId)) {
            return new Deletion.NotFound();
          }
          if (schedule.isDefault()) {
            return new Deletion.InUse(
                "This is the default schedule; make another one the default first.");
          }
          List<String> users = mapper.usedBy(id);
          if (!users.isEmpty()) {
            return new Deletion.InUse(
                "Event types use it: " + String.join(", ", users) + "; give them another first.");
          }
          mapper.deleteWeeklyHours(id);
          mapper.deleteOverrides(id);
          mapper.delete(id);
          changed(tx, hostId, id);
          return new Deletion.Deleted();
        });
  }

  /// Marks that the host's slots may have changed, and why.
  private void changed(Transaction tx, UUID hostId, UUID scheduleId) {
    tx.mapper(HostMapper.class).raiseRevision(hostId);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    News.note(tx, NewsKind.SCHEDULE_CHANGED, List.of(hostId), scheduleId, now);
  }
}
