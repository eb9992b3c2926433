package org.meetwright.core.booking.news;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.change.BookingChange;
import org.meetwright.core.booking.change.Consequence;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.news.News;
import org.meetwright.core.news.NewsKind;
import org.meetwright.core.outbox.Outbox.NewMessage;

/// Notes changes of bookings for their hosts, and their former hosts. They are notified of what
/// others have done.
public final class NewsConsequence implements Consequence {
  @Override
  public List<NewMessage> of(Transaction tx, BookingChange change) {
    write(tx, change.event().news(), change);
    if (change.asksAgain()) {
      write(tx, NewsKind.BOOKING_REQUESTED, change);
    }
    return List.of();
  }

  private static void write(Transaction tx, NewsKind kind, BookingChange change) {
    UUID bookingId = change.booking().id();
    UUID by = change.change().actor() == Actor.HOST ? change.change().hostId() : null;
    Set<UUID> others = change.hostIds();
    boolean himself = by != null && others.remove(by);
    if (himself || kind == NewsKind.BOOKING_NO_SHOW || kind == NewsKind.BOOKING_CHANGED) {
      News.note(tx, kind, himself ? List.of(by) : others, bookingId, change.at());
    }
    if (kind != NewsKind.BOOKING_NO_SHOW && kind != NewsKind.BOOKING_CHANGED) {
      News.tell(tx, kind, others, bookingId, change.at());
    }
  }
}
