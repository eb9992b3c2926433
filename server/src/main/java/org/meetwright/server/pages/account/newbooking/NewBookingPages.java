package org.meetwright.server.pages.account.newbooking;

import io.helidon.http.Status;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Caller;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.desk.BookOutcome;
import org.meetwright.core.booking.desk.BookRequest;
import org.meetwright.core.booking.desk.BookingDesk;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.slot.Reason;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.pages.account.booking.MovePages;
import org.meetwright.server.pages.account.booking.OwnBookings;
import org.meetwright.server.pages.account.newbooking.NewBookingViews.Typed;
import org.meetwright.server.pages.account.request.AccountPlace;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.AccountSection;
import org.meetwright.server.pages.account.request.Cookies.CookiePurpose;
import org.meetwright.server.pages.account.request.Notice;
import org.meetwright.server.pages.booking.Lengths;
import org.meetwright.server.pages.form.FormBody;
import org.meetwright.server.pages.form.FormCheck;
import org.meetwright.server.pages.picker.Choice;
import org.meetwright.server.pages.picker.FreeTimes;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Problem;
import org.meetwright.server.pages.web.PageRequest;

/// Booking for someone: the host chooses an event type of his own or of a team, and a free time,
/// and says who the invitee is.
public final class NewBookingPages {
  /// Where the pages are.
  public static final String PATH = AccountSection.BOOKINGS.path() + "/new";

  /// The start that is booked whatever the host's rules say: he has typed it.
  static final String OVER = "over";

  private static final String DURATION = Lengths.PARAMETER;

  private final OwnBookings own;
  private final BookingDesk desk;
  private final NewBookingViews views;
  private final FreeTimes freeTimes;

  /// Creates the pages.
  public NewBookingPages(
      OwnBookings own, BookingDesk desk, FreeTimes freeTimes, NewBookingViews views) {
    this.own = own;
    this.desk = desk;
    this.freeTimes = freeTimes;
    this.views = views;
  }

  /// Returns where a host who has to sign in comes back to.
  private static AccountPlace place(String type, @Nullable Instant start, boolean over) {
    String query = type.matches("[0-9a-f-]{36}") ? "?type=" + type : "";
    return new AccountPlace(
        AccountSection.BOOKINGS,
        query.isEmpty() || start == null
            ? PATH + query
            : PATH + query + "&start=" + start + (over ? "&" + OVER + "=" + start : ""));
  }

  /// Returns an event type of the host or of a team that he is in, of the length that was chosen.
  private Optional<EventType> type(Caller caller, String id, String minutes) {
    try {
      return own.eventTypes()
          .findForBooking(caller.host().id(), UUID.fromString(id))
          .map(type -> lasting(type, minutes));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  private static EventType lasting(EventType type, String minutes) {
    try {
      return type.lasting(type.timing().offered("durationMinutes", Integer.valueOf(minutes)));
    } catch (NumberFormatException | InvalidValueException noneOfThem) {
      return type;
    }
  }

  /// Shows the event types; the free times once one is chosen; the form once a time is.
  public PageAnswer show(AccountRequest asked) {
    String id = asked.request().parameter("type");
    Choice choice = asked.request().choice();
    Instant start = choice.start();
    boolean over =
        start != null && start.equals(PageRequest.start(asked.request().parameter(OVER)));
    AccountPlace place = place(id, start, over);
    return asked.signedIn(
        own.access(),
        place,
        caller -> {
          EventType type = type(caller, id, asked.request().parameter(DURATION)).orElse(null);
          if (type == null) {
            return views.types(asked, own.eventTypes().listForBooking(caller.host().id()));
          }
          if (start == null) {
            String at = asked.request().parameter("at");
            return at.isEmpty()
                ? views.times(asked, caller, type, choice, Status.OK_200, null)
                : another(asked, caller, type, choice, at);
          }
          if (!over && !freeTimes.offers(type, start, MovePages.visitor(asked, caller).zone())) {
            return views.times(asked, caller, type, choice, Status.OK_200, "bookings.gone");
          }
          FormBody typed = asked.typed(place);
          return views.form(
              asked, caller, type, start, Status.OK_200, Typed.before(typed, type, over));
        });
  }

  /// Goes on with a time that the host typed, whatever his rules say of it.
  private PageAnswer another(
      AccountRequest asked, Caller caller, EventType type, Choice choice, String at) {
    try {
      Instant start =
          LocalDateTime.parse(at)
              .truncatedTo(ChronoUnit.MINUTES)
              .atZone(caller.host().timeZone())
              .toInstant();
      if (start.isAfter(own.clock().instant()) && PageRequest.start(start.toString()) != null) {
        String length = asked.request().parameter(DURATION);
        return new PageAnswer.SeeOther(
            asked.link(PATH)
                + ("?type=" + type.id() + "&start=" + start + "&" + OVER + "=" + start)
                + (length.matches("[0-9]{1,4}") ? "&" + DURATION + "=" + length : ""));
      }
    } catch (DateTimeException notATime) {
      // Said below.
    }
    return views.times(
        asked, caller, type, choice, Status.BAD_REQUEST_400, "bookings.new.wrongTime");
  }

  /// Books.
  public PageAnswer book(AccountRequest asked) {
    AccountPlace place =
        place(
            asked.request().parameter("type"),
            PageRequest.start(asked.request().parameter("start")),
            !asked.request().parameter(OVER).isEmpty());
    return asked.signedIn(
        own.access(),
        place,
        caller -> {
          FormBody body = asked.form(CookiePurpose.SESSION);
          EventType type = type(caller, body.get("type"), body.get(DURATION)).orElse(null);
          Instant start = PageRequest.start(body.get("start"));
          if (type == null || start == null) {
            return new PageAnswer.Failed(Problem.BAD_REQUEST);
          }
          return book(asked, caller, type, start.truncatedTo(ChronoUnit.SECONDS), body);
        });
  }

  private PageAnswer book(
      AccountRequest asked, Caller caller, EventType type, Instant start, FormBody body) {
    Typed typed = Typed.of(body, type);
    FormCheck check =
        FormCheck.of(typed.form(), type, start, typed.zone(caller), typed.language(asked), null);
    return switch (check) {
      case FormCheck.Wrong(Map<String, String> errors) ->
          views.form(
              asked,
              caller,
              type,
              start,
              Status.BAD_REQUEST_400,
              typed.wrong(errors, "notice.wrong"));
      case FormCheck.Right(BookRequest request) ->
          booked(asked, caller, type, start, typed, request);
    };
  }

  private PageAnswer booked(
      AccountRequest asked,
      Caller caller,
      EventType type,
      Instant start,
      Typed typed,
      BookRequest request) {
    BookOutcome outcome;
    try {
      outcome = outcome(caller, type, typed, request);
    } catch (InvalidValueException askedOtherwiseByNow) {
      return views.form(
          asked,
          caller,
          type,
          start,
          Status.BAD_REQUEST_400,
          typed.wrong(Map.of(), "notice.wrong"));
    }
    return switch (outcome) {
      case BookOutcome.Booked(Booking booking) -> done(asked, caller, booking);
      case BookOutcome.Repeated(Booking booking) -> done(asked, caller, booking);
      case BookOutcome.SlotTaken() ->
          views.others(asked, caller, type, start, Status.CONFLICT_409, typed, List.of());
      case BookOutcome.NotOffered(List<Reason> reasons) ->
          views.others(asked, caller, type, start, PageAnswer.NOT_OFFERED, typed, reasons);
      case BookOutcome.KeyReused() ->
          views.form(
              asked, caller, type, start, PageAnswer.NOT_OFFERED, typed.anew("notice.sentBefore"));
      case BookOutcome.LinkNotValid(), BookOutcome.UnknownEventType() -> PageAnswer.notFound();
    };
  }

  /// Books what is offered, or what the host wants all the same, in his name; else learns why it
  /// cannot be had.
  private BookOutcome outcome(Caller caller, EventType type, Typed typed, BookRequest request) {
    boolean wanted =
        typed.over() || freeTimes.offers(type, request.start(), caller.host().timeZone());
    return wanted ? desk.bookOver(request, caller.host().id()) : desk.book(request, Actor.HOST);
  }

  /// In a team that meets in turn, the meeting may be another member's.
  private static PageAnswer done(AccountRequest asked, Caller caller, Booking booking) {
    return booking.isWith(caller.host().id())
        ? asked.done(OwnBookings.place(booking.id()), Notice.BOOKED)
        : asked.done(AccountSection.BOOKINGS, Notice.BOOKED);
  }
}
