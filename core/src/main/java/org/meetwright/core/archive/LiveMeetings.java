package org.meetwright.core.archive;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.meetwright.core.archive.MeetingDocument.BookingRow;
import org.meetwright.core.archive.MeetingDocument.HistoryRow;
import org.meetwright.core.archive.MeetingDocument.HostRow;
import org.meetwright.core.database.Transaction;

/// Moves whole meetings out of and into the live tables, within a transaction.
final class LiveMeetings {
  private LiveMeetings() {}

  /// Reads meetings and holds their bookings until the transaction ends.
  static List<MeetingDocument> lockAndRead(Transaction tx, List<UUID> ids) {
    tx.mapper(MeetingMapper.class).lockBookings(ids);
    return read(tx, ids);
  }

  static List<MeetingDocument> read(Transaction tx, List<UUID> ids) {
    MeetingMapper mapper = tx.mapper(MeetingMapper.class);
    Map<UUID, List<HostRow>> hosts =
        mapper.hosts(ids).stream().collect(groupingBy(HostRow::meetingId));
    List<BookingRow> rows = mapper.bookings(ids);
    Map<UUID, List<BookingRow>> bookings = rows.stream().collect(groupingBy(BookingRow::meetingId));
    Map<UUID, List<HistoryRow>> history =
        mapper.history(ids).stream().collect(groupingBy(HistoryRow::bookingId));
    return mapper.meetings(ids).stream()
        .map(
            meeting -> {
              List<BookingRow> seats = bookings.getOrDefault(meeting.id(), List.of());
              return new MeetingDocument(
                  meeting.withoutLink(),
                  hosts.getOrDefault(meeting.id(), List.of()),
                  seats,
                  seats.stream()
                      .flatMap(seat -> history.getOrDefault(seat.id(), List.of()).stream())
                      .toList());
            })
        .toList();
  }

  /// Deletes meetings that have been read, and all messages, mails and webhook events about them.
  ///
  /// @throws IllegalStateException if that is not exactly what was read; nothing must be committed
  ///   then
  static void delete(Transaction tx, List<MeetingDocument> documents) {
    MeetingMapper mapper = tx.mapper(MeetingMapper.class);
    List<UUID> ids = documents.stream().map(document -> document.meeting().id()).toList();
    mapper.deleteMessages(ids);
    mapper.deleteMails(ids);
    mapper.deleteWebhookEvents(ids);
    check(
        "history entries",
        mapper.deleteHistory(ids),
        documents.stream().mapToInt(document -> document.history().size()).sum());
    check(
        "bookings",
        mapper.deleteBookings(ids),
        documents.stream().mapToInt(document -> document.bookings().size()).sum());
    check("meetings", mapper.deleteMeetings(ids), documents.size());
  }

  private static void check(String what, int deleted, int read) {
    if (deleted != read) {
      throw new IllegalStateException(
          "Read " + read + " " + what + " but would delete " + deleted + "; nothing was changed");
    }
  }

  static void insert(Transaction tx, MeetingDocument document, Instant now) {
    MeetingMapper mapper = tx.mapper(MeetingMapper.class);
    mapper.insertMeeting(document.meeting(), now);
    document.hosts().forEach(mapper::insertHost);
    document.bookings().forEach(mapper::insertBooking);
    document.history().forEach(mapper::insertHistory);
  }
}
