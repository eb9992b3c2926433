package org.meetwright.core.problem;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.meetwright.core.booking.notice.BookingNotice;
import org.meetwright.core.calendar.ConnectionState;
import org.meetwright.core.calendar.account.CalendarRemoval;
import org.meetwright.core.calendar.meeting.CalendarProblems;
import org.meetwright.core.calendar.meeting.CalendarProblems.CalendarProblem;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.email.Resend;
import org.meetwright.core.news.News;
import org.meetwright.core.news.NewsKind;
import org.meetwright.core.outbox.Message;
import org.meetwright.core.problem.Problem.Code;
import org.meetwright.core.problem.ProblemMapper.CalendarRow;
import org.meetwright.core.problem.ProblemMapper.MessageRow;
import org.meetwright.core.problem.ProblemMapper.ParkedRow;
import org.meetwright.core.problem.ProblemMapper.WebhookRow;
import org.meetwright.core.sms.SmsReminder;

/// Finds what does not work for a host, from what webhooks, mails and messages say of themselves.
public final class Problems {
  /// How many of each kind are told.
  public static final int MOST_OF_A_KIND = 20;

  /// A message that failed less often may only have met a server that was being restarted.
  private static final int MANY_ATTEMPTS = 3;

  /// The longest that a message waits for its next attempt.
  private static final Duration NEXT_ATTEMPT = Duration.ofHours(7);

  /// How long after a meeting nobody cares about its mails any more.
  private static final Duration OVER = Duration.ofDays(7);

  /// A calendar service that fails for less may only be being restarted.
  private static final Duration CALENDAR_LATE = Duration.ofMinutes(30);

  private static final List<String> KINDS =
      List.of(BookingNotice.KIND.name(), Resend.KIND.name(), SmsReminder.KIND.name());

  private final Database database;
  private final CalendarProblems calendars;
  private final InstantSource clock;

  /// Creates the service.
  public Problems(Database database, CalendarProblems calendars, InstantSource clock) {
    this.database = database;
    this.calendars = calendars;
    this.clock = clock;
  }

  /// Tells the hosts of a booking that a message about it was given up.
  ///
  /// @param tx the transaction that gives it up
  public static void tellGivenUp(Transaction tx, Message message, Instant at) {
    UUID bookingId = message.subjectId();
    if (bookingId != null && KINDS.contains(message.kind())) {
      List<UUID> hosts = tx.mapper(ProblemMapper.class).hosts(bookingId);
      News.tell(tx, NewsKind.MESSAGE_GIVEN_UP, hosts, bookingId, at);
    }
  }

  /// Returns what does not work for a host, what began last first.
  public List<Problem> of(UUID hostId) {
    List<Problem> problems = database.read(tx -> of(tx, hostId));
    calendars.of(hostId).stream().limit(MOST_OF_A_KIND).map(Problems::of).forEach(problems::add);
    problems.sort(Comparator.comparing(Problem::since).reversed());
    return problems;
  }

  private static Problem of(CalendarProblem problem) {
    Code code =
        switch (problem.kind()) {
          case MOVED, DELETED -> Code.CALENDAR_EVENT_CHANGED;
          case NOT_WRITTEN -> Code.CALENDAR_NOT_WRITTEN;
          case COLLISION -> Code.CALENDAR_COLLISION;
        };
    return new Problem(code, problem.since(), problem.booking().id(), problem.calendar());
  }

  private List<Problem> of(Transaction tx, UUID hostId) {
    ProblemMapper mapper = tx.mapper(ProblemMapper.class);
    Instant now = clock.instant();
    Instant soon = now.plus(NEXT_ATTEMPT);
    List<Problem> problems = new ArrayList<>();
    mapper.webhooks(hostId, MOST_OF_A_KIND).stream().map(Problems::of).forEach(problems::add);
    add(
        problems,
        Code.MESSAGE_GIVEN_UP,
        mapper.messages(hostId, KINDS, "parked", 1, soon, MOST_OF_A_KIND),
        MessageRow::kind);
    add(
        problems,
        Code.MESSAGE_DELAYED,
        mapper.messages(hostId, KINDS, "pending", MANY_ATTEMPTS, soon, MOST_OF_A_KIND),
        MessageRow::kind);
    add(
        problems,
        Code.MAIL_REFUSED,
        mapper.refused(hostId, now.minus(OVER), MOST_OF_A_KIND),
        MessageRow::kind);
    mapper.calendars(hostId, now.minus(CALENDAR_LATE), MOST_OF_A_KIND).stream()
        .map(Problems::of)
        .forEach(problems::add);
    mapper.doubted(hostId, MOST_OF_A_KIND).stream()
        .map(row -> new Problem(Code.CALENDAR_DOUBTED, row.since(), row.id(), row.name()))
        .forEach(problems::add);
    mapper
        .inLane(CalendarRemoval.KIND.name(), hostId.toString(), now.minus(OVER), MOST_OF_A_KIND)
        .forEach(row -> problems.add(left(row)));
    return problems;
  }

  private static Problem left(ParkedRow row) {
    return new Problem(Code.CALENDAR_EVENTS_LEFT, row.since(), row.id(), "");
  }

  private static Problem of(CalendarRow row) {
    boolean refused = row.state().equals(ConnectionState.REAUTH.word());
    Code code = refused ? Code.CALENDAR_SIGN_IN : Code.CALENDAR_FAILING;
    return new Problem(code, row.since(), row.id(), row.name());
  }

  private static Problem of(WebhookRow row) {
    Code code = row.active() ? Code.WEBHOOK_FAILING : Code.WEBHOOK_OFF;
    return new Problem(code, row.failingSince(), row.id(), row.url());
  }

  private static void add(
      List<Problem> problems,
      Code code,
      List<MessageRow> rows,
      Function<MessageRow, String> detail) {
    rows.forEach(
        row -> problems.add(new Problem(code, row.since(), row.bookingId(), detail.apply(row))));
  }
}
