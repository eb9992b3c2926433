package org.meetwright.server.pages;

import io.helidon.http.Status;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.availability.Reason;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.desk.BookingDesk;
import org.meetwright.core.booking.desk.Change;
import org.meetwright.core.booking.desk.ChangeOutcome;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.server.pages.ManagedBookings.Managed;
import org.meetwright.server.pages.ManagedBookings.Offered;
import org.meetwright.server.pages.picker.Choice;
import org.meetwright.server.pages.picker.TimePicker;
import org.meetwright.server.pages.text.TimeFormats;
import org.meetwright.server.pages.view.ChangeView;
import org.meetwright.server.pages.view.EventInfo;
import org.meetwright.server.pages.view.RescheduleView;
import org.meetwright.server.pages.web.Answer;
import org.meetwright.server.pages.web.Answer.Privacy;
import org.meetwright.server.pages.web.Answer.Problem;
import org.meetwright.server.pages.web.PageRequest;

/// How an invitee moves his booking: choose a new time, confirm it.
final class ReschedulePages {
  private final BookingDesk desk;
  private final InstantSource clock;
  private final ManagedBookings bookings;
  private final FreeTimes freeTimes;

  ReschedulePages(
      BookingDesk desk, InstantSource clock, ManagedBookings bookings, FreeTimes freeTimes) {
    this.desk = desk;
    this.clock = clock;
    this.bookings = bookings;
    this.freeTimes = freeTimes;
  }

  /// Shows the free times, or the question once one is chosen.
  Answer show(PageRequest request) {
    return movable(
        request,
        (managed, offered) -> {
          Choice choice = request.choice();
          Instant start = choice.start();
          if (start == null) {
            return times(Status.OK_200, managed, offered, choice, null);
          }
          return freeTimes
                  .moving(managed.booking())
                  .offers(offered.eventType(), start, managed.visitor().zone())
              ? question(managed, offered.eventType(), start, choice)
              : times(Status.OK_200, managed, offered, choice, "notice.gone");
        });
  }

  /// Moves the booking.
  Answer reschedule(PageRequest request) {
    return movable(
        request,
        (managed, offered) -> {
          Instant start = PageRequest.start(request.form().get("start"));
          if (start == null) {
            return new Answer.Failed(Problem.BAD_REQUEST);
          }
          return move(managed, offered, start.truncatedTo(ChronoUnit.SECONDS));
        });
  }

  private Answer move(Managed managed, Offered offered, Instant start) {
    Choice choice =
        new Choice(null, null, null, null).withDate(managed.visitor().formats().date(start));
    return switch (desk.reschedule(managed.booking().id(), start, Change.byInvitee(""))) {
      case ChangeOutcome.Changed(Booking booking) ->
          new Answer.SeeOther(managed.links().booking(managed.token()));
      case ChangeOutcome.NotFound() -> Answer.notFound();
      case ChangeOutcome.SlotTaken() ->
          times(Status.CONFLICT_409, managed, offered, choice, "notice.gone");
      case ChangeOutcome.NotOffered(List<Reason> reasons) ->
          times(Answer.NOT_OFFERED, managed, offered, choice, "notice.gone");
      case ChangeOutcome.NotPossible(String why) -> ManagePages.notPossible(managed);
      case ChangeOutcome.VersionConflict(int version) -> ManagePages.notPossible(managed);
    };
  }

  private Answer times(
      Status status, Managed managed, Offered offered, Choice choice, @Nullable String notice) {
    TimePicker picker =
        TimePicker.of(
            freeTimes
                .moving(managed.booking())
                .month(offered.eventType(), month(managed, choice), managed.visitor().zone()),
            managed.links().reschedule(managed.token()),
            choice,
            managed.visitor(),
            clock.instant(),
            managed.texts(),
            notice == null ? null : managed.texts().get(notice));
    EventInfo info =
        EventInfo.of(offered.who(), offered.eventType(), managed.texts(), managed.links());
    return new Answer.Page(
        status,
        "reschedule",
        new RescheduleView(managed.shell("reschedule.title"), managed.view(), info, picker),
        Privacy.SECRET);
  }

  /// Who moves a meeting looks around its old time first.
  private static YearMonth month(Managed managed, Choice choice) {
    YearMonth chosen = choice.month();
    return chosen == null
        ? YearMonth.from(managed.visitor().formats().date(managed.booking().start()))
        : chosen;
  }

  private static Answer question(
      Managed managed, EventType eventType, Instant start, Choice choice) {
    TimeFormats formats = managed.visitor().formats();
    Instant end = start.plusSeconds(eventType.durationMinutes() * 60L);
    String path = managed.links().reschedule(managed.token());
    ChangeView view =
        new ChangeView(
            managed.shell("reschedule.title"),
            managed.view(),
            path,
            formats.fullDate(formats.date(start)),
            formats.times(start, end),
            start.toString(),
            choice.withDate(formats.date(start)).on(path),
            "",
            null);
    return Answer.page("move", view, Privacy.SECRET);
  }

  /// Does something with a booking that can still be moved.
  private Answer movable(PageRequest request, BiFunction<Managed, Offered, Answer> work) {
    return bookings.with(
        request,
        (token, managed) -> {
          Offered offered = managed.offered();
          return managed.open() && offered != null
              ? work.apply(managed, offered)
              : new Answer.SeeOther(request.links().booking(token));
        });
  }
}
