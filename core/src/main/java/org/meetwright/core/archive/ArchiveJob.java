package org.meetwright.core.archive;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.logging.Logger;
import org.meetwright.core.outbox.Delivery;
import org.meetwright.core.outbox.Message;
import org.meetwright.core.outbox.Outbox;
import org.meetwright.core.outbox.OutboxKind;
import org.meetwright.core.outbox.Patience;
import org.meetwright.core.value.InvalidValueException;

/// The daily job: archives what ended long ago, and deletes what was archived long ago, and what
/// other rooms keep no longer. It is a message in the outbox that enqueues its successor.
public final class ArchiveJob implements Delivery<ArchiveJob.Run> {
  /// The outbox's kind of its messages.
  public static final OutboxKind<Run> KIND = new OutboxKind<>("archive", Run.class, Patience.ALONE);

  private static final Logger LOG = Logger.getLogger(ArchiveJob.class.getName());
  private static final LocalTime TIME_OF_DAY = LocalTime.of(3, 0);

  /// A delivery must end well within its lease; what is left goes on in another message.
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Archive archive;
  private final Outbox outbox;
  private final Lifetimes lifetimes;
  private final InstantSource clock;
  private final List<IntSupplier> tidying;

  /// Creates the job.
  ///
  /// @param tidying each deletes some of what is kept no longer, and says how many; 0 if there are
  ///   no more
  public ArchiveJob(
      Archive archive,
      Outbox outbox,
      Lifetimes lifetimes,
      InstantSource clock,
      List<IntSupplier> tidying) {
    this.archive = archive;
    this.outbox = outbox;
    this.lifetimes = lifetimes;
    this.clock = clock;
    this.tidying = List.copyOf(tidying);
  }

  /// What a message of it carries: nothing; when it is due says it all.
  public record Run() {}

  /// How long data lives.
  ///
  /// @param live how long after its end a meeting stays in the live tables, at least
  ///   [#LEAST_LIVE_DAYS]
  /// @param archived how long after its end an archived meeting is kept; zero for ever
  public record Lifetimes(Duration live, Duration archived) {
    /// Whose turn it is, and what a limit has left, is counted over up to 90 days; the archive is
    /// not asked.
    public static final int LEAST_LIVE_DAYS = 93;

    /// Creates the lifetimes.
    ///
    /// @throws InvalidValueException (field `archive.afterDays`) if meetings would leave too soon
    public Lifetimes {
      if (live.compareTo(Duration.ofDays(LEAST_LIVE_DAYS)) < 0) {
        throw new InvalidValueException(
            "archive.afterDays", "must be at least " + LEAST_LIVE_DAYS + ", not " + live.toDays());
      }
    }
  }

  /// Sees to it that the next run is in the outbox.
  public void schedule() {
    LocalDate today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    Instant due = at(today);
    putOn(due.isAfter(clock.instant()) ? today : today.plusDays(1));
  }

  private static Instant at(LocalDate date) {
    return date.atTime(TIME_OF_DAY).toInstant(ZoneOffset.UTC);
  }

  private void putOn(LocalDate date) {
    outbox.putIfNew(KIND.message(KIND + "-" + date, null, new Run(), at(date)));
  }

  @Override
  public void deliver(Run run, Message message) {
    schedule();
    Instant deadline = clock.instant().plus(LONGEST);
    Tally archived = untilDone(() -> archive.archiveBatch(lifetimes.live()), deadline);
    Tally deleted =
        lifetimes.archived().isZero()
            ? Tally.NONE
            : untilDone(() -> archive.deleteBatch(lifetimes.archived()), deadline);
    for (IntSupplier some : tidying) {
      while (clock.instant().isBefore(deadline) && some.getAsInt() > 0) {
        // The next ones.
      }
    }
    if (archived.meetings() + deleted.meetings() > 0) {
      LOG.info(
          () ->
              "Archived "
                  + archived.meetings()
                  + " meetings, deleted "
                  + deleted.meetings()
                  + " archived ones");
    }
    if (!clock.instant().isBefore(deadline)) {
      outbox.putIfNew(KIND.message(message.dedupeKey() + "+", null, run, clock.instant()));
    }
  }

  private Tally untilDone(Supplier<Tally> batch, Instant deadline) {
    Tally total = Tally.NONE;
    while (clock.instant().isBefore(deadline)) {
      Tally moved = batch.get();
      if (moved.meetings() == 0) {
        break;
      }
      total = total.plus(moved);
    }
    return total;
  }
}
