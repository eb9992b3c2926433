package org.meetwright.server.pages.manage;

import io.helidon.http.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.booking.desk.BookingDesk;
import org.meetwright.core.booking.desk.ChangeOutcome;
import org.meetwright.core.challenge.Purpose;
import org.meetwright.core.challenge.Verdict;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.slot.Reason;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.challenge.Challenges;
import org.meetwright.server.pages.form.FormBody;
import org.meetwright.server.pages.frame.ChallengeView;
import org.meetwright.server.pages.guard.FormVerdict;
import org.meetwright.server.pages.host.AbsenceNote;
import org.meetwright.server.pages.host.EventInfo;
import org.meetwright.server.pages.manage.ManagedBookings.Managed;
import org.meetwright.server.pages.manage.ManagedBookings.StillOffered;
import org.meetwright.server.pages.picker.Choice;
import org.meetwright.server.pages.picker.FreeTimes;
import org.meetwright.server.pages.picker.OtherTime;
import org.meetwright.server.pages.picker.TimePicker;
import org.meetwright.server.pages.text.TimeFormats;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;
import org.meetwright.server.pages.web.PageAnswer.Problem;
import org.meetwright.server.pages.web.PageRequest;

/// The pages on which an invitee moves a booking: choose a new time, confirm it.
public final class ReschedulePages {
  private final BookingDesk desk;
  private final InstantSource clock;
  private final ManagedBookings bookings;
  private final FreeTimes freeTimes;
  private final Challenges challenges;

  /// Creates the pages.
  public ReschedulePages(
      BookingDesk desk,
      InstantSource clock,
      ManagedBookings bookings,
      FreeTimes freeTimes,
      Challenges challenges) {
    this.desk = desk;
    this.clock = clock;
    this.bookings = bookings;
    this.freeTimes = freeTimes;
    this.challenges = challenges;
  }

  /// Shows the free times, or the question once one is chosen.
  public PageAnswer show(PageRequest request) {
    return movable(
        request,
        (managed, offered) -> {
          Choice choice = request.choice();
          Instant start = choice.start();
          if (start == null) {
            return times(Status.OK_200, managed, offered, choice, request.city(), null);
          }
          return freeTimes
                  .moving(managed.booking())
                  .offers(offered.eventType(), start, managed.visitor().zone())
              ? question(
                  Status.OK_200, managed, offered.eventType(), start, choice, FormInput.NOTHING)
              : times(Status.OK_200, managed, offered, choice, null, "notice.gone");
        });
  }

  /// Moves the booking.
  public PageAnswer reschedule(PageRequest request) {
    return movable(
        request,
        (managed, offered) -> {
          FormBody form = request.form();
          Instant wanted = PageRequest.start(form.get("start"));
          if (wanted == null) {
            return new PageAnswer.Failed(Problem.BAD_REQUEST);
          }
          Instant start = wanted.truncatedTo(ChronoUnit.SECONDS);
          String reason = form.get("reason");
          FormVerdict verdict = bookings.check(request, form);
          if (verdict != FormVerdict.FINE) {
            return question(
                Status.FORBIDDEN_403,
                managed,
                offered.eventType(),
                start,
                request.choice(),
                FormInput.again(reason, verdict.notice()));
          }
          if (!isFor(managed.booking(), start, form.get(Challenges.FIELD))) {
            return question(
                Status.FORBIDDEN_403,
                managed,
                offered.eventType(),
                start,
                request.choice(),
                FormInput.again(reason, "notice.challenge"));
          }
          try {
            return move(request, managed, offered, start, Change.byInvitee(reason));
          } catch (InvalidValueException wrong) {
            FormInput typed =
                new FormInput(reason, ManagePages.reasonError(reason), null, List.of());
            return question(
                Status.BAD_REQUEST_400,
                managed,
                offered.eventType(),
                start,
                request.choice(),
                typed);
          }
        });
  }

  /// Returns whether a solution is good for a move; moving a booking to where it is needs none.
  private boolean isFor(Booking booking, Instant start, String solution) {
    return booking.start().equals(start)
        || challenges.use(solution, Purpose.move(booking, start)) == Verdict.FINE;
  }

  private PageAnswer move(
      PageRequest request, Managed managed, StillOffered offered, Instant start, Change change) {
    return switch (desk.reschedule(managed.booking().id(), start, change)) {
      case ChangeOutcome.Changed(Booking booking) ->
          new PageAnswer.SeeOther(managed.links().booking(managed.token()));
      case ChangeOutcome.NotFound() -> PageAnswer.notFound();
      case ChangeOutcome.SlotTaken() ->
          others(
              Status.CONFLICT_409,
              managed,
              offered,
              start,
              request.choice(),
              FormInput.again(change.reason(), "notice.taken"));
      case ChangeOutcome.NotOffered(List<Reason> reasons) ->
          others(
              PageAnswer.NOT_OFFERED,
              managed,
              offered,
              start,
              request.choice(),
              FormInput.again(change.reason(), "notice.notOffered"));
      case ChangeOutcome.NotPossible(String why) -> ManagePages.notPossible(managed);
      case ChangeOutcome.VersionConflict(int version) -> ManagePages.notPossible(managed);
      case ChangeOutcome.TooManyMoves(Instant again, Duration retryAfter) ->
          ManagePages.tooManyMoves(managed, again);
    };
  }

  /// The nearest times that are free instead; the month if there are none.
  private PageAnswer others(
      Status status,
      Managed managed,
      StillOffered offered,
      Instant start,
      Choice asked,
      FormInput typed) {
    List<Instant> near =
        freeTimes
            .moving(managed.booking())
            .near(offered.eventType(), start, managed.visitor().zone());
    Choice choice = asked.withDate(managed.visitor().formats().date(start));
    return near.isEmpty()
        ? times(status, managed, offered, choice, null, "notice.nothingNear")
        : question(status, managed, offered.eventType(), start, choice, typed.with(near));
  }

  private PageAnswer times(
      Status status,
      Managed managed,
      StillOffered offered,
      Choice choice,
      @Nullable String city,
      @Nullable String notice) {
    TimePicker.Month month =
        freeTimes
            .moving(managed.booking())
            .month(offered.eventType(), month(managed, choice), managed.visitor());
    TimePicker picker =
        TimePicker.of(
            month,
            managed.links().reschedule(managed.token()),
            choice,
            managed.visitor(),
            clock.instant(),
            managed.texts(),
            city);
    EventInfo info =
        EventInfo.of(offered.who(), offered.eventType(), managed.texts(), managed.links());
    return new PageAnswer.Page(
        status,
        "reschedule",
        new RescheduleView(
            managed.shell("reschedule.title"),
            managed.view(),
            info,
            picker,
            notice == null ? null : managed.texts().get(notice),
            AbsenceNote.of(month, offered.who(), managed.visitor().formats(), managed.texts())),
        Privacy.SECRET);
  }

  /// Who moves a meeting looks around its old time first.
  private static YearMonth month(Managed managed, Choice choice) {
    YearMonth chosen = choice.month();
    return chosen == null
        ? YearMonth.from(managed.visitor().formats().date(managed.booking().start()))
        : chosen;
  }

  /// The form as it came.
  ///
  /// @param error the key of what is wrong with the reason; null if nothing is
  /// @param notice the key of what is said first; null for nothing
  /// @param others times that are free instead; empty if the chosen one still is
  private record FormInput(
      String reason, @Nullable String error, @Nullable String notice, List<Instant> others) {
    static final FormInput NOTHING = new FormInput("", null, null, List.of());

    static FormInput again(String reason, String notice) {
      return new FormInput(reason, null, notice, List.of());
    }

    FormInput with(List<Instant> others) {
      return new FormInput(reason, error, notice, others);
    }
  }

  private PageAnswer question(
      Status status,
      Managed managed,
      EventType eventType,
      Instant start,
      Choice choice,
      FormInput typed) {
    TimeFormats formats = managed.visitor().formats();
    Instant end =
        freeTimes.moving(managed.booking()).end(eventType, start, managed.visitor().zone());
    String path = managed.links().reschedule(managed.token());
    ChangeView view =
        new ChangeView(
            managed.shell("reschedule.title"),
            managed.view(),
            path,
            formats.fullDate(formats.date(start)),
            formats.times(start, end),
            start.toString(),
            OtherTime.all(typed.others(), formats),
            choice.withDate(formats.date(start)).on(path),
            managed.terms().rescheduleReasonRequired(),
            typed.reason(),
            typed.error() == null ? null : managed.texts().get(typed.error()),
            typed.notice() == null ? null : managed.texts().get(typed.notice()),
            managed.proof(),
            challenges.on() ? ChallengeView.of(managed.links(), managed.texts()) : null);
    return new PageAnswer.Page(status, "move", view, Privacy.SECRET);
  }

  /// Does something with a booking that can still be moved.
  private PageAnswer movable(
      PageRequest request, BiFunction<Managed, StillOffered, PageAnswer> work) {
    return bookings.with(
        request,
        (token, managed) -> {
          StillOffered offered = managed.offered();
          return managed.movable() && offered != null
              ? work.apply(managed, offered)
              : new PageAnswer.SeeOther(request.links().booking(token));
        });
  }
}
