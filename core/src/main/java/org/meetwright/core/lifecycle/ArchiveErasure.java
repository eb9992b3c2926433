package org.meetwright.core.lifecycle;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.lifecycle.ArchiveMapper.ArchiveRow;

/// Rewrites archived meetings that tell of someone who is erased, within a transaction. Reads the
/// whole archive: the database looks for the word, the program for what it means.
final class ArchiveErasure {
  private static final int PAGE = 200;

  private ArchiveErasure() {}

  /// Returns the pattern for `LIKE` that finds a word anywhere, with `!` as the escape character.
  static String pattern(String word) {
    return "%" + word.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
  }

  /// Changes every archived meeting that holds a word.
  ///
  /// @param word whatever its case
  /// @return how many documents have changed
  static int rewrite(Transaction tx, String word, UnaryOperator<MeetingDocument> change) {
    ArchiveMapper mapper = tx.mapper(ArchiveMapper.class);
    Tally tally = mapper.lockTally();
    int changed = 0;
    UUID after = new UUID(0, 0);
    for (List<ArchiveRow> page = mapper.mentioning(pattern(word), after, PAGE);
        !page.isEmpty();
        page = mapper.mentioning(pattern(word), after, PAGE)) {
      for (ArchiveRow row : page) {
        MeetingDocument old = MeetingDocument.parse(row.document());
        MeetingDocument erased = change.apply(old);
        if (!erased.equals(old)) {
          String json = erased.json();
          String checksum = MeetingDocument.checksum(json);
          mapper.replace(row.meetingId(), json, checksum);
          tally =
              tally
                  .minus(new Tally(1, row.bookings(), row.checksum()))
                  .plus(new Tally(1, row.bookings(), checksum));
          changed++;
        }
      }
      after = page.getLast().meetingId();
    }
    mapper.setTally(tally);
    return changed;
  }
}
