package org.meetwright.core.booking.desk;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.notice.MailConsequence;
import org.meetwright.core.database.Database;
import org.meetwright.core.limit.RateLimit;
import org.meetwright.core.limit.RateLimits;
import org.meetwright.core.outbox.Outbox;

/// Mails an invitee the link of a booking again when the same booking is requested once more. It
/// does so after the answer, for every request whose time is taken, so that neither the answer nor
/// its timing reveals who has booked. If there are too many, some are dropped.
final class ManageLinkMails implements AutoCloseable {
  /// So seldom that nobody's mailbox is filled by others.
  static final RateLimit MAILS = new RateLimit(1, Duration.ofHours(1));

  private static final Logger LOG = System.getLogger(ManageLinkMails.class.getName());
  private static final int MOST_WAITING = 100;

  private final Database database;
  private final Outbox outbox;
  private final RateLimits limits;
  private final InstantSource clock;
  private final ThreadPoolExecutor executor =
      new ThreadPoolExecutor(
          1,
          1,
          1,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MOST_WAITING),
          Thread.ofVirtual().name("links-again").factory(),
          new ThreadPoolExecutor.DiscardPolicy());

  ManageLinkMails(Database database, Outbox outbox, RateLimits limits, InstantSource clock) {
    this.database = database;
    this.outbox = outbox;
    this.limits = limits;
    this.clock = clock;
    executor.allowCoreThreadTimeOut(true);
  }

  /// Sees to a wish that was answered that its time is taken.
  void after(BookRequest wish) {
    executor.execute(() -> tell(wish));
  }

  private void tell(BookRequest wish) {
    try {
      @Nullable Booking same = database.read(tx -> NewBookings.same(tx, wish));
      String whose = "links again to " + wish.invitee().email().key();
      if (same != null && limits.take(whose, MAILS).isZero()) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        database.inTransaction(
            tx -> {
              outbox.put(tx, List.of(MailConsequence.linkAgain(same, now)));
              return true;
            });
      }
    } catch (RuntimeException failed) {
      LOG.log(Level.WARNING, "A link was not mailed again", failed);
    }
  }

  /// Finishes what waits.
  @Override
  public void close() {
    executor.close();
  }
}
