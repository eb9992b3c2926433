package org.meetwright.core.calendar;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.Calendar.Use;
import org.meetwright.core.calendar.CalendarMapper.CalendarRow;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.host.HostMapper;
import org.meetwright.core.news.News;
import org.meetwright.core.news.NewsKind;
import org.meetwright.core.outbox.Outbox;

/// What hosts use their calendars for: which count as busy, and which one receives their meetings.
public final class CalendarChoices {
  private final Database database;
  private final Outbox outbox;
  private final OwnEvents ownEvents;
  private final InstantSource clock;

  /// Creates the service.
  public CalendarChoices(
      Database database, Outbox outbox, OwnEvents ownEvents, InstantSource clock) {
    this.database = database;
    this.outbox = outbox;
    this.ownEvents = ownEvents;
    this.clock = clock;
  }

  /// What to change; null for what is to stay.
  ///
  /// @param busy whether the calendar's events take the host's time
  /// @param tentative whether those do that are tentative
  /// @param receives whether the host's meetings are written into it; then into no other
  public record Choice(
      @Nullable Boolean busy, @Nullable Boolean tentative, @Nullable Boolean receives) {
    Use from(Use old) {
      return new Use(
          busy == null ? old.busy() : busy,
          tentative == null ? old.tentative() : tentative,
          receives == null ? old.receives() : receives);
    }
  }

  /// What came of a choice.
  public sealed interface ChooseOutcome {
    /// It holds.
    record Chosen(Calendar calendar) implements ChooseOutcome {}

    /// The calendar can't receive meetings, since it can only be read.
    record ReadOnly(Calendar calendar) implements ChooseOutcome {}

    /// The host has no such calendar.
    record NotFound() implements ChooseOutcome {}
  }

  /// Returns a host's calendar; empty if he has no such one.
  public Optional<Calendar> find(UUID hostId, UUID calendarId) {
    return database.read(
        tx ->
            Optional.ofNullable(tx.mapper(CalendarMapper.class).calendar(calendarId))
                .filter(row -> row.hostId().equals(hostId))
                .map(CalendarRow::calendar));
  }

  /// Returns the calendar that receives a host's meetings; empty if none does.
  public static Optional<Calendar> receiving(Transaction tx, UUID hostId) {
    return tx.mapper(CalendarMapper.class).calendarsOf(hostId).stream()
        .filter(CalendarRow::receives)
        .findFirst()
        .map(CalendarRow::calendar);
  }

  /// Changes what a calendar is used for. One that no longer counts as busy takes no time any more,
  /// at once.
  public ChooseOutcome choose(UUID hostId, UUID calendarId, Choice choice) {
    return database.inTransaction(
        tx -> {
          CalendarMapper mapper = tx.mapper(CalendarMapper.class);
          List<CalendarRow> all = mapper.lockAll(hostId);
          CalendarRow row =
              all.stream().filter(one -> one.id().equals(calendarId)).findFirst().orElse(null);
          if (row == null || mapper.isRemoving(row.connectionId())) {
            return new ChooseOutcome.NotFound();
          }
          Calendar old = row.calendar();
          Use use = choice.from(old.use());
          if (use.receives() && !old.use().receives() && !old.remote().mayWrite()) {
            return new ChooseOutcome.ReadOnly(old);
          }
          if (use.receives()) {
            all.stream()
                .filter(one -> one.receives() && !one.id().equals(calendarId))
                .forEach(one -> use(tx, one, one.calendar().use().withoutMeetings()));
          }
          use(tx, row, use);
          if (use.receives() != old.use().receives()) {
            ownEvents.receiverChanged(tx, hostId);
          }
          News.note(tx, NewsKind.CALENDAR_CHANGED, List.of(hostId), row.connectionId(), now());
          outbox.hasten(tx, SyncDue.key(row.connectionId()));
          CalendarRow changed = mapper.calendar(calendarId);
          return new ChooseOutcome.Chosen(changed == null ? old : changed.calendar());
        });
  }

  private static void use(Transaction tx, CalendarRow row, Use use) {
    CalendarMapper mapper = tx.mapper(CalendarMapper.class);
    Use old = row.calendar().use();
    mapper.use(row.id(), use);
    boolean leaves = (old.isRead() && !use.isRead()) || (old.busy() && !use.busy());
    if (leaves) {
      if (mapper.hasBusyTimes(row.id())) {
        tx.mapper(HostMapper.class).raiseRevision(row.hostId());
      }
      mapper.deleteItems(row.id());
      mapper.readAnew(row.id());
    } else if (!old.equals(use)) {
      mapper.expandAgain(row.id());
    }
  }

  /// Says that what has vanished from a calendar is really gone. The next round believes it.
  ///
  /// @return whether something of the host's calendar was in doubt
  public boolean believe(UUID hostId, UUID calendarId) {
    return database.inTransaction(
        tx -> {
          CalendarMapper mapper = tx.mapper(CalendarMapper.class);
          CalendarRow row = mapper.calendar(calendarId);
          if (row == null || !row.hostId().equals(hostId) || mapper.believe(calendarId) == 0) {
            return false;
          }
          outbox.hasten(tx, SyncDue.key(row.connectionId()));
          News.note(tx, NewsKind.CALENDAR_CHANGED, List.of(hostId), row.connectionId(), now());
          return true;
        });
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
