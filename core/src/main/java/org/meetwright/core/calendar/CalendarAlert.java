package org.meetwright.core.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.news.News;
import org.meetwright.core.news.NewsKind;
import org.meetwright.core.outbox.Outbox;
import org.meetwright.core.outbox.OutboxKind;
import org.meetwright.core.outbox.Patience;
import org.meetwright.core.value.Ids;

/// Something about his calendars that a host is notified of at once, and by mail if it is still so
/// when the mail is sent: as it is stored in the outbox.
///
/// @param what the word of a [What]
/// @param subjectId the account; of `EVENT_CHANGED` and `COLLISION`, the booking
/// @param at when it was seen
public record CalendarAlert(String what, UUID hostId, UUID subjectId, Instant at) {
  /// The outbox's kind of these messages.
  public static final OutboxKind<CalendarAlert> KIND =
      new OutboxKind<>("calendar-alert", CalendarAlert.class, Patience.OUTSIDE);

  /// What a host changes within this time is told in one mail.
  private static final long TOGETHER = Duration.ofMinutes(10).toSeconds();

  /// What it is.
  public enum What {
    /// A calendar service no longer accepts the password. Told once, until it is accepted again.
    SIGN_IN(NewsKind.CALENDAR_SIGN_IN),
    /// So many events have vanished at once that it is not believed.
    DOUBTED(NewsKind.CALENDAR_DOUBTED),
    /// The host has moved or deleted the event of a meeting, and has to decide.
    EVENT_CHANGED(NewsKind.CALENDAR_EVENT_CHANGED),
    /// A calendar that did not answer when a meeting was booked has something else then.
    COLLISION(NewsKind.CALENDAR_COLLISION);

    private final NewsKind news;

    What(NewsKind news) {
      this.news = news;
    }

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Creates the alert.
  public CalendarAlert(What what, UUID hostId, UUID subjectId, Instant at) {
    this(what.word(), hostId, subjectId, at);
  }

  /// Returns what it is.
  ///
  /// @throws IllegalArgumentException if the word stands for nothing
  public What meaning() {
    return What.valueOf(what.toUpperCase(Locale.ROOT));
  }

  /// Notifies the host.
  ///
  /// @param tx the transaction in which it happens, which holds the host
  public void tell(Transaction tx, Outbox outbox) {
    News.tell(tx, meaning().news, List.of(hostId), subjectId, at);
    switch (meaning()) {
      case SIGN_IN, DOUBTED, COLLISION ->
          outbox.put(
              tx,
              List.of(
                  KIND.message(KIND + "-" + subjectId + "-" + Ids.next(), booking(), this, at)));
      case EVENT_CHANGED -> {
        Instant due = Instant.ofEpochSecond((at.getEpochSecond() / TOGETHER + 1) * TOGETHER);
        String key = KIND + "-" + hostId + "-" + due.getEpochSecond();
        outbox.putIfNew(tx, KIND.message(key, null, this, due));
      }
    }
  }

  private @Nullable UUID booking() {
    return meaning() == What.COLLISION ? subjectId : null;
  }
}
