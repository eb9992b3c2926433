package org.meetwright.core.archive;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.archive.ArchiveMapper.ArchiveRow;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;

/// Keeps the live tables small: meetings that ended long ago move, with their bookings and history,
/// to the archive, and from there into oblivion. Each batch is one transaction of bounded size.
public final class Archive {
  /// How many meetings one transaction moves at most.
  static final int BATCH = 200;

  private static final UUID FIRST = new UUID(0, 0);

  private final Database database;
  private final InstantSource clock;

  /// Creates the service.
  public Archive(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Moves one batch of meetings to the archive that ended longer ago than `age`, the oldest first.
  /// What came back from there more recently than that stays. What is known of messages about them
  /// is deleted.
  ///
  /// @return what was moved; [Tally#NONE] when nothing was left to move
  public Tally archiveBatch(Duration age) {
    Instant now = now();
    return database.inTransaction(
        tx -> {
          ArchiveMapper archive = tx.mapper(ArchiveMapper.class);
          Tally before = archive.lockTally();
          List<UUID> ids = tx.mapper(MeetingMapper.class).ended(now.minus(age), BATCH);
          if (ids.isEmpty()) {
            return Tally.NONE;
          }
          List<MeetingDocument> documents = LiveMeetings.lockAndRead(tx, ids);
          documents.forEach(document -> put(archive, document, now));
          LiveMeetings.delete(tx, documents);
          Tally moved = Tally.of(documents);
          archive.setTally(before.plus(moved));
          return moved;
        });
  }

  private static void put(ArchiveMapper archive, MeetingDocument document, Instant now) {
    String json = document.json();
    archive.insert(
        new ArchiveRow(
            document.meeting().id(),
            document.meeting().startsAt(),
            document.meeting().endsAt(),
            document.bookings().size(),
            json,
            MeetingDocument.checksum(json),
            now),
        document.emailKeys());
    for (MeetingDocument.HostRow host : document.hosts()) {
      archive.insertHost(host.hostId(), document.meeting().startsAt(), document.meeting().id());
    }
  }

  /// Brings one batch of a host's meetings back from the archive, the earliest first.
  ///
  /// @param from the first start, inclusive
  /// @param until the last start, exclusive
  /// @return what was moved; [Tally#NONE] when nothing was left to move
  public Tally restoreBatch(UUID hostId, Instant from, Instant until) {
    Instant now = now();
    return database.inTransaction(
        tx -> {
          ArchiveMapper archive = tx.mapper(ArchiveMapper.class);
          Tally before = archive.lockTally();
          List<ArchiveRow> rows = archive.ofHost(hostId, from, FIRST, until, BATCH);
          List<MeetingDocument> documents =
              rows.stream().map(row -> MeetingDocument.parse(row.document())).toList();
          documents.forEach(document -> LiveMeetings.insert(tx, document, now));
          return take(tx, before, rows);
        });
  }

  /// Deletes one batch of archived meetings for good that ended longer ago than `age`.
  ///
  /// @return what was deleted; [Tally#NONE] when nothing was left to delete
  public Tally deleteBatch(Duration age) {
    Instant cutoff = now().minus(age);
    return database.inTransaction(
        tx -> {
          ArchiveMapper archive = tx.mapper(ArchiveMapper.class);
          Tally before = archive.lockTally();
          return take(tx, before, archive.ended(cutoff, BATCH));
        });
  }

  /// Takes rows out of the archive.
  private static Tally take(Transaction tx, Tally before, List<ArchiveRow> rows) {
    if (rows.isEmpty()) {
      return Tally.NONE;
    }
    ArchiveMapper archive = tx.mapper(ArchiveMapper.class);
    List<UUID> ids = rows.stream().map(ArchiveRow::meetingId).toList();
    archive.deleteHosts(ids);
    archive.delete(ids);
    Tally taken = Tally.NONE;
    for (ArchiveRow row : rows) {
      taken = taken.plus(new Tally(1, row.bookings(), row.checksum()));
    }
    archive.setTally(before.minus(taken));
    return taken;
  }

  /// Returns a page of a host's archived meetings as JSON documents, the earliest first.
  ///
  /// @param after the last one of the page before; null for the first page
  public List<Archived> list(UUID hostId, @Nullable Archived after, int limit) {
    return database
        .read(
            tx ->
                tx.mapper(ArchiveMapper.class)
                    .ofHost(
                        hostId,
                        after == null ? Instant.EPOCH : after.start(),
                        after == null ? FIRST : after.meetingId(),
                        Instant.parse("9999-12-31T00:00:00Z"),
                        limit))
        .stream()
        .map(row -> new Archived(row.meetingId(), row.startsAt(), row.document()))
        .toList();
  }

  /// An archived meeting.
  ///
  /// @param document the meeting with its hosts, bookings and history, as JSON
  public record Archived(UUID meetingId, Instant start, String document) {}

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
