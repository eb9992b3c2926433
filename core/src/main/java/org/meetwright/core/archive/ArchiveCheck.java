package org.meetwright.core.archive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.meetwright.core.archive.ArchiveMapper.ArchiveRow;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;

/// Counts and checks both sides: every live meeting and every archived one is read.
public final class ArchiveCheck {
  private static final int PAGE = 200;
  private static final int MOST_FAULTS = 100;
  private static final UUID FIRST = new UUID(0, 0);

  private final Database database;

  /// Creates the check.
  public ArchiveCheck(Database database) {
    this.database = database;
  }

  /// What was found.
  ///
  /// @param live what the live tables hold
  /// @param archived what the archive holds
  /// @param faults what is wrong, a sentence each, the first hundred; empty if all is well
  public record Report(Tally live, Tally archived, List<String> faults) {}

  /// Reads both sides. If the archive changes meanwhile, the check begins again, a few times.
  public Report run() {
    for (int tries = 1; ; tries++) {
      Tally before = tally();
      Report report = checkOnce(before);
      if (tally().equals(before)) {
        return report;
      }
      if (tries == 3) {
        report.faults().add("The archive is being changed; check again when that is done.");
        return report;
      }
    }
  }

  private Tally tally() {
    return database.read(tx -> tx.mapper(ArchiveMapper.class).tally());
  }

  private Report checkOnce(Tally expected) {
    List<String> faults = new ArrayList<>();
    Tally live = live();
    Tally archived = archived(faults);
    if (!archived.equals(expected)) {
      faults.add(
          "The archive should hold "
              + expected.meetings()
              + " meetings with "
              + expected.bookings()
              + " bookings (checksum "
              + expected.checksum()
              + "), by what was moved in and out.");
    }
    return new Report(live, archived, faults);
  }

  private Tally live() {
    Tally tally = Tally.NONE;
    UUID after = FIRST;
    while (true) {
      UUID last = after;
      List<MeetingDocument> page =
          database.consistentRead(
              tx -> {
                List<UUID> ids = tx.mapper(MeetingMapper.class).page(last, PAGE);
                return ids.isEmpty() ? List.of() : LiveMeetings.read(tx, ids);
              });
      if (page.isEmpty()) {
        return tally;
      }
      tally = tally.plus(Tally.of(page));
      after = page.getLast().meeting().id();
    }
  }

  private Tally archived(List<String> faults) {
    Tally tally = Tally.NONE;
    UUID after = FIRST;
    while (true) {
      UUID last = after;
      List<ArchiveRow> page =
          database.consistentRead(
              tx -> {
                List<ArchiveRow> rows = tx.mapper(ArchiveMapper.class).page(last, PAGE);
                check(tx, rows, faults);
                return rows;
              });
      if (page.isEmpty()) {
        return tally;
      }
      for (ArchiveRow row : page) {
        tally = tally.plus(new Tally(1, row.bookings(), row.checksum()));
      }
      after = page.getLast().meetingId();
    }
  }

  private static void check(Transaction tx, List<ArchiveRow> rows, List<String> faults) {
    if (rows.isEmpty()) {
      return;
    }
    ArchiveMapper mapper = tx.mapper(ArchiveMapper.class);
    List<UUID> ids = rows.stream().map(ArchiveRow::meetingId).toList();
    Set<UUID> both = new HashSet<>(mapper.alsoLive(ids));
    for (ArchiveRow row : rows) {
      if (faults.size() < MOST_FAULTS) {
        if (both.contains(row.meetingId())) {
          faults.add("Meeting " + row.meetingId() + " is in the archive and still live.");
        }
        check(mapper, row, faults);
      }
    }
  }

  private static void check(ArchiveMapper mapper, ArchiveRow row, List<String> faults) {
    String meeting = "Archived meeting " + row.meetingId();
    if (!MeetingDocument.checksum(row.document()).equals(row.checksum())) {
      faults.add(meeting + " is not what was archived: its checksum differs.");
      return;
    }
    try {
      MeetingDocument document = MeetingDocument.parse(row.document());
      if (document.bookings().size() != row.bookings()) {
        faults.add(meeting + " should have " + row.bookings() + " bookings.");
      }
      if (mapper.hosts(List.of(row.meetingId())) != document.hosts().size()) {
        faults.add(meeting + " is not found under all of its hosts.");
      }
    } catch (IllegalArgumentException unreadable) {
      faults.add(meeting + " cannot be read.");
    }
  }
}
