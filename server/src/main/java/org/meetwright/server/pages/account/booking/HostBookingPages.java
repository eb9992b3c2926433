package org.meetwright.server.pages.account.booking;

import io.helidon.http.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Caller;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.HistoryEntry;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.booking.desk.BookingDesk;
import org.meetwright.core.booking.desk.ChangeOutcome;
import org.meetwright.core.slot.Reason;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.pages.account.booking.BookingDetails.Colleague;
import org.meetwright.server.pages.account.booking.BookingDetails.HistoryLine;
import org.meetwright.server.pages.account.booking.BookingDetails.Typed;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.AccountSection;
import org.meetwright.server.pages.account.request.Notice;
import org.meetwright.server.pages.form.FormBody;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;

/// One booking with all that its host can do about it.
public final class HostBookingPages {
  private final OwnBookings own;
  private final BookingDesk desk;

  /// Creates the pages.
  public HostBookingPages(OwnBookings own, BookingDesk desk) {
    this.own = own;
    this.desk = desk;
  }

  /// Shows it.
  public PageAnswer show(AccountRequest asked) {
    return own.page(
        asked,
        "",
        (caller, booking) -> {
          FormBody typed = asked.typed(OwnBookings.place(booking.id()));
          return page(
              asked,
              caller,
              booking,
              Status.OK_200,
              new Said(null, List.of(), new Typed(typed.get("form"), typed.get("reason"), null)));
        });
  }

  /// What a page says beside the booking.
  ///
  /// @param notice what is said first; null for nothing
  /// @param changes what was done meanwhile
  record Said(@Nullable String notice, List<HistoryLine> changes, Typed typed) {}

  /// Shows a booking.
  PageAnswer page(AccountRequest asked, Caller caller, Booking booking, Status status, Said said) {
    BookingDetailsViews views =
        new BookingDetailsViews(asked, caller, booking, own.eventType(booking));
    Instant now = own.clock().instant();
    List<HistoryEntry> history = own.bookings().history(booking.id());
    BookingDetails view =
        new BookingDetails(
            asked.frame(
                AccountSection.BOOKINGS,
                booking.invitee().name() + " · " + booking.eventTypeName()),
            asked.link(OwnBookings.path(booking.id())),
            booking.invitee().name(),
            booking.eventTypeName(),
            StateLabel.of(booking, asked.words()),
            said.notice(),
            said.changes(),
            views.facts(now),
            new BookingHistory(asked, booking, views.formats()).lines(history),
            views.mails(own.emails().ofBooking(booking.id())),
            booking.version(),
            views.can(now),
            colleagues(booking, now),
            said.typed());
    return new PageAnswer.Page(status, "account/booking", view, Privacy.FORM);
  }

  private List<Colleague> colleagues(Booking booking, Instant now) {
    return booking.status().holdsTime() && now.isBefore(booking.start())
        ? own.colleagues(booking).stream()
            .map(host -> new Colleague(host.handle().value(), host.name()))
            .toList()
        : List.of();
  }

  /// A change of a booking.
  @FunctionalInterface
  private interface Action {
    ChangeOutcome run(UUID bookingId, Change change);
  }

  /// Confirms a request.
  public PageAnswer confirm(AccountRequest asked) {
    return change(asked, desk::confirm, Notice.BOOKING_CONFIRMED);
  }

  /// Declines a request.
  public PageAnswer decline(AccountRequest asked) {
    return change(asked, desk::decline, Notice.BOOKING_DECLINED);
  }

  /// Cancels the booking.
  public PageAnswer cancel(AccountRequest asked) {
    return change(asked, desk::cancel, Notice.BOOKING_CANCELLED);
  }

  /// Notes that the invitee did not come.
  public PageAnswer noShow(AccountRequest asked) {
    return change(asked, desk::noShow, Notice.BOOKING_NO_SHOW);
  }

  /// Hands the booking over to a colleague.
  public PageAnswer handOver(AccountRequest asked) {
    return change(
        asked,
        form -> (id, change) -> desk.handOver(id, form.get("host"), change),
        Notice.BOOKING_HANDED_OVER);
  }

  private PageAnswer change(AccountRequest asked, Action action, Notice done) {
    return change(asked, form -> action, done);
  }

  private PageAnswer change(AccountRequest asked, Function<FormBody, Action> action, Notice done) {
    return own.form(
        asked,
        "",
        (caller, booking, form) -> {
          try {
            ChangeOutcome outcome = action.apply(form).run(booking.id(), terms(caller, form));
            return outcome instanceof ChangeOutcome.Changed(Booking changed)
                ? changed(asked, caller, changed, done)
                : refused(asked, caller, booking, form, outcome);
          } catch (InvalidValueException wrong) {
            if (!wrong.field().equals("reason")) {
              return refused(
                  asked, caller, booking, form, new ChangeOutcome.NotPossible("Not a member"));
            }
            Typed typed =
                new Typed(
                    form.get("form"),
                    form.get("reason"),
                    asked.words().get("bookings.wrongReason", Change.LONGEST_REASON));
            return page(
                asked, caller, booking, Status.BAD_REQUEST_400, new Said(null, List.of(), typed));
          }
        });
  }

  /// A booking that was handed over is not the host's any more.
  private static PageAnswer changed(
      AccountRequest asked, Caller caller, Booking changed, Notice done) {
    return changed.isWith(caller.host().id())
        ? asked.done(OwnBookings.place(changed.id()), done)
        : asked.done(AccountSection.BOOKINGS, done);
  }

  /// Returns on what terms a form of a host changes a booking.
  ///
  /// @throws InvalidValueException (field `reason`) if the reason is not valid
  static Change terms(Caller caller, FormBody form) {
    return new Change(Actor.HOST, caller.host().id(), version(form), form.get("reason"));
  }

  private static @Nullable Integer version(FormBody form) {
    try {
      return Integer.valueOf(form.get("version"));
    } catch (NumberFormatException none) {
      return null;
    }
  }

  /// Says why nothing was changed, and shows the booking as it is by now.
  PageAnswer refused(
      AccountRequest asked, Caller caller, Booking before, FormBody form, ChangeOutcome outcome) {
    Booking booking = own.bookings().find(before.id()).orElse(before);
    Typed typed = new Typed(form.get("form"), form.get("reason"), null);
    return switch (outcome) {
      case ChangeOutcome.NotFound() -> PageAnswer.notFound();
      case ChangeOutcome.Changed(var _) -> asked.goTo(OwnBookings.place(booking.id()));
      case ChangeOutcome.SlotTaken() ->
          page(
              asked,
              caller,
              booking,
              Status.CONFLICT_409,
              new Said(asked.words().get("bookings.taken"), List.of(), typed));
      case ChangeOutcome.NotOffered(List<Reason> reasons) ->
          page(
              asked,
              caller,
              booking,
              PageAnswer.NOT_OFFERED,
              new Said(
                  asked
                      .words()
                      .get("bookings.notOffered", UnavailableReasons.said(reasons, asked.words())),
                  List.of(),
                  typed));
      case ChangeOutcome.VersionConflict(int _) -> stale(asked, caller, booking, form, typed);
      case ChangeOutcome.NotPossible(String _), ChangeOutcome.TooManyMoves(Instant _, Duration _) ->
          page(
              asked,
              caller,
              booking,
              Status.CONFLICT_409,
              new Said(asked.words().get("bookings.notPossible"), List.of(), typed));
    };
  }

  private PageAnswer stale(
      AccountRequest asked, Caller caller, Booking booking, FormBody form, Typed typed) {
    Integer version = version(form);
    BookingHistory history = new BookingHistory(asked, booking, asked.formats(caller));
    List<HistoryLine> changes =
        history.since(
            version == null ? booking.version() : version, own.bookings().history(booking.id()));
    return page(
        asked,
        caller,
        booking,
        Status.CONFLICT_409,
        new Said(asked.words().get("bookings.stale"), changes, typed));
  }
}
