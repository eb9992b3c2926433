package org.meetwright.server.pages.account.booking;

import io.helidon.http.Status;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Caller;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.booking.desk.BookingDesk;
import org.meetwright.core.booking.desk.ChangeOutcome;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.AccountSection;
import org.meetwright.server.pages.account.request.Notice;
import org.meetwright.server.pages.form.FormBody;
import org.meetwright.server.pages.host.AbsenceNote;
import org.meetwright.server.pages.host.AbsenceNotes;
import org.meetwright.server.pages.picker.Choice;
import org.meetwright.server.pages.picker.FreeTimes;
import org.meetwright.server.pages.picker.OtherTime;
import org.meetwright.server.pages.picker.TimePicker;
import org.meetwright.server.pages.text.PageTexts;
import org.meetwright.server.pages.text.TimeFormats;
import org.meetwright.server.pages.text.Visitor;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;
import org.meetwright.server.pages.web.PageAnswer.Problem;
import org.meetwright.server.pages.web.PageRequest;
import org.meetwright.server.text.ZoneNames;

/// Moving a booking: the host chooses one of the free times, and confirms it.
public final class MovePages {
  private static final String BELOW = "/move";

  private final OwnBookings own;
  private final BookingDesk desk;
  private final FreeTimes freeTimes;
  private final AbsenceNotes absences;
  private final HostBookingPages pages;

  /// Creates the pages.
  ///
  /// @param pages show the booking if it cannot be moved
  public MovePages(
      OwnBookings own,
      BookingDesk desk,
      FreeTimes freeTimes,
      AbsenceNotes absences,
      HostBookingPages pages) {
    this.own = own;
    this.desk = desk;
    this.freeTimes = freeTimes;
    this.absences = absences;
    this.pages = pages;
  }

  /// A booking that is being moved.
  private record Moving(
      AccountRequest asked, Caller caller, Booking booking, EventType eventType, Visitor visitor) {
    String address() {
      return asked.link(OwnBookings.path(booking.id()) + BELOW);
    }

    TimeFormats formats() {
      return visitor.formats();
    }
  }

  private @Nullable Moving moving(AccountRequest asked, Caller caller, Booking booking) {
    EventType eventType = own.eventType(booking);
    return eventType == null || !booking.isOpen(own.clock().instant())
        ? null
        : new Moving(asked, caller, booking, eventType, visitor(asked, caller));
  }

  /// Returns who reads the free times: the host in his zone, unless he chooses another now.
  public static Visitor visitor(AccountRequest asked, Caller caller) {
    Visitor visitor = asked.request().visitor(caller.host().timeZone());
    return asked.request().preferenceNow("zone").isEmpty()
        ? visitor.in(caller.host().timeZone())
        : visitor;
  }

  /// Shows the free times, or the question once one is chosen.
  public PageAnswer show(AccountRequest asked) {
    return own.page(
        asked,
        BELOW,
        (caller, booking) -> {
          Moving moving = moving(asked, caller, booking);
          if (moving == null) {
            return asked.goTo(OwnBookings.place(booking.id()));
          }
          Choice choice = asked.request().choice();
          Instant start = choice.start();
          if (start == null) {
            return times(Status.OK_200, moving, choice, null);
          }
          return freeTimes
                  .moving(booking)
                  .offers(moving.eventType(), start, moving.visitor().zone())
              ? question(Status.OK_200, moving, start, choice, Typed.NOTHING)
              : times(Status.OK_200, moving, choice, "bookings.gone");
        });
  }

  /// What was typed, and what is said of it.
  ///
  /// @param says the key of what is said first; null for nothing
  /// @param error the key of what is wrong with the reason; null if nothing is
  /// @param others times that are free instead
  private record Typed(
      String reason, @Nullable String says, @Nullable String error, List<Instant> others) {
    static final Typed NOTHING = new Typed("", null, null, List.of());
  }

  /// Moves it.
  public PageAnswer move(AccountRequest asked) {
    return own.form(
        asked,
        BELOW,
        (caller, booking, form) -> {
          Moving moving = moving(asked, caller, booking);
          if (moving == null) {
            return pages.refused(
                asked, caller, booking, form, new ChangeOutcome.NotPossible("It has ended"));
          }
          Instant wanted = PageRequest.start(form.get("start"));
          return wanted == null
              ? new PageAnswer.Failed(Problem.BAD_REQUEST)
              : move(moving, form, wanted.truncatedTo(ChronoUnit.SECONDS));
        });
  }

  private PageAnswer move(Moving moving, FormBody form, Instant start) {
    Choice choice = moving.asked().request().choice();
    String reason = form.get("reason");
    Change terms;
    try {
      terms = HostBookingPages.terms(moving.caller(), form);
    } catch (InvalidValueException wrong) {
      return question(
          Status.BAD_REQUEST_400,
          moving,
          start,
          choice,
          new Typed(reason, null, "bookings.wrongReason", List.of()));
    }
    ChangeOutcome outcome = desk.reschedule(moving.booking().id(), start, terms);
    return switch (outcome) {
      case ChangeOutcome.Changed(Booking booking) ->
          moving.asked().done(OwnBookings.place(booking.id()), Notice.BOOKING_MOVED);
      case ChangeOutcome.SlotTaken() -> others(Status.CONFLICT_409, moving, start, choice, reason);
      case ChangeOutcome.NotOffered(var _) ->
          others(PageAnswer.NOT_OFFERED, moving, start, choice, reason);
      case ChangeOutcome.NotFound(),
          ChangeOutcome.VersionConflict(var _),
          ChangeOutcome.NotPossible(var _),
          ChangeOutcome.TooManyMoves(var _, var _) ->
          pages.refused(moving.asked(), moving.caller(), moving.booking(), form, outcome);
    };
  }

  /// The nearest times that are free instead; the month if there are none.
  private PageAnswer others(
      Status status, Moving moving, Instant start, Choice asked, String reason) {
    List<Instant> near =
        freeTimes.moving(moving.booking()).near(moving.eventType(), start, moving.visitor().zone());
    Choice choice = asked.withDate(moving.formats().date(start));
    return near.isEmpty()
        ? times(status, moving, choice, "bookings.gone")
        : question(status, moving, start, choice, new Typed(reason, "bookings.gone", null, near));
  }

  private PageAnswer times(Status status, Moving moving, Choice choice, @Nullable String says) {
    AccountRequest asked = moving.asked();
    YearMonth chosen = choice.month();
    YearMonth month =
        chosen == null ? YearMonth.from(moving.formats().date(moving.booking().start())) : chosen;
    TimePicker.Month free =
        freeTimes.moving(moving.booking()).month(moving.eventType(), month, moving.visitor());
    TimePicker picker =
        TimePicker.of(
            free,
            moving.address(),
            choice,
            moving.visitor(),
            own.clock().instant(),
            PageTexts.of(asked.request().language()),
            asked.request().city());
    return page(
        status,
        moving,
        says,
        picker,
        absences.of(moving.eventType(), free, moving.visitor()),
        null);
  }

  private PageAnswer question(
      Status status, Moving moving, Instant start, Choice choice, Typed typed) {
    TimeFormats formats = moving.formats();
    Instant end =
        freeTimes.moving(moving.booking()).end(moving.eventType(), start, moving.visitor().zone());
    String error = typed.error();
    return page(
        status,
        moving,
        typed.says(),
        null,
        List.of(),
        new MoveView.Chosen(
            start.toString(),
            formats.fullDate(formats.date(start)) + ", " + formats.times(start, end),
            ZoneNames.full(formats.zone(), start),
            OtherTime.all(typed.others(), formats),
            choice.withDate(formats.date(start)).on(moving.address()),
            moving.booking().version(),
            typed.reason(),
            error == null ? null : moving.asked().words().get(error, Change.LONGEST_REASON)));
  }

  private static PageAnswer page(
      Status status,
      Moving moving,
      @Nullable String says,
      @Nullable TimePicker picker,
      List<AbsenceNote> absences,
      MoveView.@Nullable Chosen chosen) {
    Booking booking = moving.booking();
    TimeFormats formats = moving.formats();
    AccountRequest asked = moving.asked();
    MoveView view =
        new MoveView(
            asked.frame(AccountSection.BOOKINGS, asked.words().get("bookings.move.title")),
            asked.link(OwnBookings.path(booking.id())),
            booking.invitee().name() + " · " + booking.eventTypeName(),
            formats.fullDate(formats.date(booking.start()))
                + ", "
                + formats.times(booking.start(), booking.end()),
            says == null ? null : asked.words().get(says),
            picker,
            absences,
            chosen);
    return new PageAnswer.Page(status, "account/move", view, Privacy.FORM);
  }
}
