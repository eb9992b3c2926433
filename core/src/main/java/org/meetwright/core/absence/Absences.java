package org.meetwright.core.absence;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.database.mybatis.StoredRows;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.HostMapper;
import org.meetwright.core.news.News;
import org.meetwright.core.news.NewsKind;
import org.meetwright.core.offering.FindOutcome;
import org.meetwright.core.offering.Offerings;
import org.meetwright.core.schedule.Schedules;
import org.meetwright.core.value.InvalidValueException;

/// The absences of hosts. Two of one host never overlap.
public final class Absences {
  /// How many bookings are told that stand in an absence.
  public static final int MOST_BOOKINGS = 100;

  /// How many absences of a host are kept.
  public static final int MOST = 500;

  /// Its dates may lie in any zone.
  private static final int ZONES_APART = 2;

  private final Database database;
  private final InstantSource clock;
  private final Offerings offerings;
  private final StandingBookings standing;

  /// Creates the service.
  public Absences(Database database, InstantSource clock, Offerings offerings) {
    this.database = database;
    this.clock = clock;
    this.offerings = offerings;
    this.standing = new StandingBookings(new Bookings(database));
  }

  /// What became of a wish to change an absence.
  public sealed interface Outcome {
    /// It is so now.
    ///
    /// @param standing the host's bookings that stand in it, by start: the first 100. They are not
    ///   touched.
    record Saved(Absence absence, List<Booking> standing) implements Outcome {}

    /// The host has no such absence.
    record NotFound() implements Outcome {}
  }

  /// Returns the absences of a host that may lie between two instants, within a transaction.
  public static List<Absence> load(Transaction tx, UUID hostId, Instant from, Instant until) {
    return StoredRows.list(
        tx.mapper(AbsenceMapper.class)
            .between(
                hostId,
                from,
                until,
                date(from).minusDays(ZONES_APART),
                date(until).plusDays(ZONES_APART)),
        AbsenceRows::absence);
  }

  private static LocalDate date(Instant instant) {
    return instant.atZone(ZoneOffset.UTC).toLocalDate();
  }

  /// Returns the host's absences by start.
  public List<Absence> list(UUID hostId) {
    return database.read(tx -> list(tx, hostId));
  }

  private static List<Absence> list(Transaction tx, UUID hostId) {
    // Not sorted in SQL: what a date is as an instant depends there on the session's time zone.
    return StoredRows.list(tx.mapper(AbsenceMapper.class).list(hostId), AbsenceRows::absence)
        .stream()
        .sorted(Comparator.comparing((Absence absence) -> absence.span().first()))
        .toList();
  }

  /// Returns an absence of the host; empty if he has no such one.
  public Optional<Absence> find(UUID hostId, UUID id) {
    return database.read(
        tx ->
            Optional.ofNullable(tx.mapper(AbsenceMapper.class).find(id))
                .filter(row -> row.hostId().equals(hostId))
                .map(AbsenceRows::absence));
  }

  /// Adds an absence.
  ///
  /// @throws InvalidValueException if it overlaps another one (field `from`), if it leads where
  ///   nothing can be booked, or to the host himself (field `redirectTo`), or if there are too many
  public Outcome.Saved add(Absence added) {
    checkDestination(added);
    database.inTransaction(
        tx -> {
          List<Absence> others = lockedList(tx, added.hostId());
          if (others.size() >= MOST) {
            throw new InvalidValueException(
                "from", "must not be one of more than " + MOST + " absences; delete old ones");
          }
          checkOverlap(tx, added, others);
          tx.mapper(AbsenceMapper.class).insert(AbsenceRows.row(added));
          return changed(tx, added.hostId(), added.id());
        });
    return new Outcome.Saved(added, standing(added));
  }

  /// Replaces an absence.
  ///
  /// @throws InvalidValueException as [#add]
  public Outcome replace(Absence changed) {
    checkDestination(changed);
    boolean replaced =
        database.inTransaction(
            tx -> {
              List<Absence> all = lockedList(tx, changed.hostId());
              if (all.stream().noneMatch(one -> one.id().equals(changed.id()))) {
                return false;
              }
              checkOverlap(tx, changed, all);
              tx.mapper(AbsenceMapper.class).update(AbsenceRows.row(changed));
              return changed(tx, changed.hostId(), changed.id());
            });
    return replaced ? new Outcome.Saved(changed, standing(changed)) : new Outcome.NotFound();
  }

  /// Deletes an absence.
  ///
  /// @return whether the host had it
  public boolean delete(UUID hostId, UUID id) {
    return database.inTransaction(
        tx -> {
          HostMapper hosts = tx.mapper(HostMapper.class);
          hosts.lock(hostId);
          int deleted = tx.mapper(AbsenceMapper.class).delete(id, hostId);
          return deleted > 0 && changed(tx, hostId, id);
        });
  }

  /// Marks that the host's slots may have changed, and why.
  private boolean changed(Transaction tx, UUID hostId, UUID id) {
    tx.mapper(HostMapper.class).raiseRevision(hostId);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    News.note(tx, NewsKind.ABSENCE_CHANGED, List.of(hostId), id, now);
    return true;
  }

  /// Checks an absence that is not saved yet, as [#add] and [#replace] do.
  ///
  /// @throws InvalidValueException as [#add]
  public void check(Absence draft) {
    checkDestination(draft);
    database.read(
        tx -> {
          checkOverlap(tx, draft, list(tx, draft.hostId()));
          return draft;
        });
  }

  /// Returns whether visitors of an absent host can go where he sends them.
  public boolean leadsSomewhere(Destination destination) {
    return offerings.find(destination.handle(), destination.slug(), null)
        instanceof FindOutcome.Found;
  }

  private static List<Absence> lockedList(Transaction tx, UUID hostId) {
    tx.mapper(HostMapper.class).lock(hostId);
    return list(tx, hostId);
  }

  private static void checkOverlap(Transaction tx, Absence absence, List<Absence> others) {
    ZoneId zone = Schedules.defaultTimeZone(tx, absence.hostId());
    for (Absence other : others) {
      if (!other.id().equals(absence.id()) && absence.overlaps(other, zone)) {
        throw new InvalidValueException(
            "from",
            "must not overlap the absence from %s to %s: %s to %s"
                .formatted(
                    other.span().first(),
                    other.span().last(),
                    absence.span().first(),
                    absence.span().last()));
      }
    }
  }

  private void checkDestination(Absence absence) {
    Destination destination = absence.redirectTo();
    if (destination == null) {
      return;
    }
    Host host = database.read(tx -> tx.mapper(HostMapper.class).find(absence.hostId()));
    if (host != null && host.handle().value().equals(destination.handle())) {
      throw new InvalidValueException(
          "redirectTo",
          "must lead to somebody else, as your own event types are closed too: " + destination);
    }
    if (!leadsSomewhere(destination)) {
      throw new InvalidValueException(
          "redirectTo",
          "must be handle/slug of an event type that anyone can book now, not " + destination);
    }
  }

  private List<Booking> standing(Absence absence) {
    return standing.in(
        absence, database.read(tx -> Schedules.defaultTimeZone(tx, absence.hostId())));
  }
}
