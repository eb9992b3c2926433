package org.meetwright.core.booking.change;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.BookingEvent;
import org.meetwright.core.booking.BookingMapper;
import org.meetwright.core.booking.BookingMapper.HistoryRow;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.value.Ids;

/// What a booking's history is to say. All of the history is written here.
///
/// @param actor who did it
/// @param hostId the host who did it; null if it was no host
/// @param detail what exactly was done
/// @param reason the reason given for it; may be empty
/// @param at when
public record HistoryNote(
    UUID bookingId,
    BookingEvent event,
    Actor actor,
    @Nullable UUID hostId,
    HistoryDetail detail,
    String reason,
    Instant at) {
  /// Creates a note on something that is done without a reason, and not by a host.
  public HistoryNote(
      UUID bookingId, BookingEvent event, Actor actor, HistoryDetail detail, Instant at) {
    this(bookingId, event, actor, null, detail, "", at);
  }

  static HistoryNote of(BookingChange done) {
    Change change = done.change();
    return new HistoryNote(
        done.booking().id(),
        done.event(),
        change.actor(),
        change.hostId(),
        done.detail(),
        change.reason(),
        done.at());
  }

  /// Writes it.
  public void write(Transaction tx) {
    tx.mapper(BookingMapper.class)
        .insertHistory(
            new HistoryRow(
                Ids.next(),
                bookingId,
                at,
                actor.word(),
                hostId,
                event.word(),
                detail.text(),
                reason));
  }
}
