package org.meetwright.core.erasure;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.meetwright.core.archive.ArchiveMapper;
import org.meetwright.core.archive.ArchiveMapper.ArchiveRow;
import org.meetwright.core.archive.MeetingDocument;
import org.meetwright.core.archive.Tally;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.traces.Traces;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.EmailKeys;

/// Archived meetings. Those that contain data of an erased person are rewritten; the erasure starts
/// this itself, because it reports how many there are.
public final class ArchiveTraces implements Traces {
  private static final int PAGE = 200;

  @Override
  public Set<String> tables() {
    return Set.of("booking_archive", "booking_archive_host");
  }

  /// Erases an invitee or guest.
  ///
  /// @return how many documents have changed
  static int invitee(Transaction tx, EmailAddress email) {
    ArchiveMapper mapper = tx.mapper(ArchiveMapper.class);
    String pattern = EmailKeys.pattern(email);
    return rewrite(
        mapper,
        after -> mapper.withPerson(pattern, after, PAGE),
        document -> ErasedDocuments.invitee(document, email));
  }

  /// Erases a host.
  ///
  /// @return how many documents have changed
  static int host(Transaction tx, UUID hostId) {
    ArchiveMapper mapper = tx.mapper(ArchiveMapper.class);
    return rewrite(
        mapper,
        after -> mapper.withHost(hostId, after, PAGE),
        document -> ErasedDocuments.host(document, hostId));
  }

  private static int rewrite(
      ArchiveMapper mapper,
      Function<UUID, List<ArchiveRow>> pageAfter,
      UnaryOperator<MeetingDocument> change) {
    Tally tally = mapper.lockTally();
    int changed = 0;
    UUID after = new UUID(0, 0);
    for (List<ArchiveRow> page = pageAfter.apply(after);
        !page.isEmpty();
        page = pageAfter.apply(after)) {
      for (ArchiveRow row : page) {
        MeetingDocument old = MeetingDocument.parse(row.document());
        MeetingDocument erased = change.apply(old);
        if (!erased.equals(old)) {
          String json = erased.json();
          String checksum = MeetingDocument.checksum(json);
          mapper.replace(row.meetingId(), json, checksum, erased.emailKeys());
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
