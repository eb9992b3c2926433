package org.meetwright.core.erasure;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.meetwright.core.archive.MeetingDocument;
import org.meetwright.core.archive.MeetingDocument.BookingRow;
import org.meetwright.core.archive.MeetingDocument.MeetingRow;
import org.meetwright.core.traces.ErasedValues;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.EmailKeys;

/// The rows that remain of people after an erasure.
final class ErasedDocuments {
  private ErasedDocuments() {}

  /// Returns addresses with commas between them, without one.
  static String without(String guests, EmailAddress email) {
    return Arrays.stream(guests.split(","))
        .filter(guest -> !guest.isEmpty() && !EmailKeys.isSame(guest, email))
        .collect(Collectors.joining(","));
  }

  /// Returns the document without an invitee, and without him as a guest.
  static MeetingDocument invitee(MeetingDocument document, EmailAddress email) {
    MeetingDocument erased =
        bookings(document, booking -> EmailKeys.isSame(booking.inviteeEmail(), email));
    return new MeetingDocument(
        erased.meeting(),
        erased.hosts(),
        erased.bookings().stream()
            .map(booking -> withGuests(booking, without(booking.guests(), email)))
            .toList(),
        erased.history());
  }

  /// Returns the document without what only this host had; as it is if others were in the meeting.
  static MeetingDocument host(MeetingDocument document, UUID hostId) {
    if (document.hosts().stream().anyMatch(host -> !host.hostId().equals(hostId))) {
      return document;
    }
    MeetingDocument erased = bookings(document, booking -> true);
    return new MeetingDocument(
        bare(erased.meeting()), erased.hosts(), erased.bookings(), erased.history());
  }

  private static MeetingDocument bookings(MeetingDocument document, Predicate<BookingRow> whose) {
    List<BookingRow> erased =
        document.bookings().stream()
            .map(booking -> whose.test(booking) ? bare(booking) : booking)
            .toList();
    Set<UUID> ids = new HashSet<>();
    document.bookings().stream().filter(whose).forEach(booking -> ids.add(booking.id()));
    return new MeetingDocument(
        document.meeting(),
        document.hosts(),
        erased,
        document.history().stream()
            .map(entry -> ids.contains(entry.bookingId()) ? entry.withoutReason() : entry)
            .toList());
  }

  private static MeetingRow bare(MeetingRow row) {
    return new MeetingRow(
        row.id(),
        row.eventTypeId(),
        row.eventTypeSlug(),
        row.eventTypeSlug(),
        null,
        null,
        row.startsAt(),
        row.endsAt(),
        row.seats(),
        row.createdAt());
  }

  static BookingRow bare(BookingRow row) {
    return new BookingRow(
        row.id(),
        row.meetingId(),
        row.seat(),
        row.status(),
        ErasedValues.INVITEE,
        ErasedValues.addressOf(row.id()),
        ErasedValues.addressOf(row.id()),
        row.inviteeTimeZone(),
        row.inviteeLocale(),
        "",
        "{}",
        "",
        "{}",
        row.inviteePlace() == null ? null : "",
        row.noShow(),
        "",
        row.version(),
        row.calendarUid(),
        row.calendarSequence(),
        null,
        null,
        "",
        row.createdAt(),
        row.toldOffset());
  }

  private static BookingRow withGuests(BookingRow row, String guests) {
    return new BookingRow(
        row.id(),
        row.meetingId(),
        row.seat(),
        row.status(),
        row.inviteeName(),
        row.inviteeEmail(),
        row.inviteeEmailKey(),
        row.inviteeTimeZone(),
        row.inviteeLocale(),
        guests,
        row.answers(),
        row.notes(),
        row.metadata(),
        row.inviteePlace(),
        row.noShow(),
        row.endReason(),
        row.version(),
        row.calendarUid(),
        row.calendarSequence(),
        row.keyScope(),
        row.idempotencyKey(),
        row.requestHash(),
        row.createdAt(),
        row.toldOffset());
  }
}
