package org.meetwright.core.booking.news;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.BookingEvent;
import org.meetwright.core.booking.MeetingHost;
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
    write(tx, kind(change.event()), change);
    if (change.asksAgain()) {
      write(tx, NewsKind.BOOKING_REQUESTED, change);
    }
    return List.of();
  }

  private static void write(Transaction tx, NewsKind kind, BookingChange change) {
    UUID bookingId = change.booking().id();
    UUID by = change.change().actor() == Actor.HOST ? change.change().hostId() : null;
    Set<UUID> others = hostIds(change);
    boolean himself = by != null && others.remove(by);
    if (himself || kind == NewsKind.BOOKING_NO_SHOW || kind == NewsKind.BOOKING_CHANGED) {
      News.note(tx, kind, himself ? List.of(by) : others, bookingId, change.at());
    }
    if (kind != NewsKind.BOOKING_NO_SHOW && kind != NewsKind.BOOKING_CHANGED) {
      News.tell(tx, kind, others, bookingId, change.at());
    }
  }

  private static NewsKind kind(BookingEvent event) {
    return switch (event) {
      case BOOKED -> NewsKind.BOOKING_CREATED;
      case REQUESTED -> NewsKind.BOOKING_REQUESTED;
      case CONFIRMED -> NewsKind.BOOKING_CONFIRMED;
      case DECLINED -> NewsKind.BOOKING_DECLINED;
      case RESCHEDULED -> NewsKind.BOOKING_RESCHEDULED;
      case CANCELLED -> NewsKind.BOOKING_CANCELLED;
      case NO_SHOW -> NewsKind.BOOKING_NO_SHOW;
      case GUESTS_INVITED, UNCHECKED, ERASED -> NewsKind.BOOKING_CHANGED;
    };
  }

  private static Set<UUID> hostIds(BookingChange change) {
    Set<UUID> ids = new LinkedHashSet<>();
    Stream.of(change.booking(), change.before())
        .filter(booking -> booking != null)
        .flatMap(booking -> booking.hosts().stream())
        .map(MeetingHost::id)
        .forEach(ids::add);
    return ids;
  }
}
