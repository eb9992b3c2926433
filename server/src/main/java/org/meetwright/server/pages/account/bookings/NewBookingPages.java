package org.meetwright.server.pages.account.bookings;

import io.helidon.http.Status;
import java.time.Instant;
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
import org.meetwright.server.pages.account.bookings.NewBookingViews.Typed;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.Cookies.Kind;
import org.meetwright.server.pages.account.request.Notice;
import org.meetwright.server.pages.account.request.Place;
import org.meetwright.server.pages.account.request.Room;
import org.meetwright.server.pages.form.FormBody;
import org.meetwright.server.pages.form.FormCheck;
import org.meetwright.server.pages.picker.Choice;
import org.meetwright.server.pages.picker.FreeTimes;
import org.meetwright.server.pages.web.Answer;
import org.meetwright.server.pages.web.Answer.Problem;
import org.meetwright.server.pages.web.PageRequest;

/// Booking for someone: the host chooses one of his event types and a free time, and says who the
/// invitee is.
public final class NewBookingPages {
  static final String PATH = Room.BOOKINGS.path() + "/new";

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
  private static Place place(String type, @Nullable Instant start) {
    String query = type.matches("[0-9a-f-]{36}") ? "?type=" + type : "";
    return new Place(
        Room.BOOKINGS,
        query.isEmpty() || start == null ? PATH + query : PATH + query + "&start=" + start);
  }

  private Optional<EventType> type(Caller caller, String id) {
    try {
      return own.eventTypes()
          .find(caller.host().id(), UUID.fromString(id))
          .filter(EventType::active);
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  /// Shows the event types; the free times once one is chosen; the form once a time is.
  public Answer show(AccountRequest asked) {
    String id = asked.request().parameter("type");
    Choice choice = asked.request().choice();
    Instant start = choice.start();
    Place place = place(id, start);
    return asked.signedIn(
        own.access(),
        place,
        caller -> {
          EventType type = type(caller, id).orElse(null);
          if (type == null) {
            return views.types(asked, own.eventTypes().list(caller.host().id()));
          }
          if (start == null) {
            return views.times(asked, caller, type, choice, Status.OK_200, null);
          }
          if (!freeTimes.offers(type, start, MovePages.visitor(asked, caller).zone())) {
            return views.times(asked, caller, type, choice, Status.OK_200, "bookings.gone");
          }
          FormBody typed = asked.typed(place);
          return views.form(asked, caller, type, start, Status.OK_200, Typed.before(typed, type));
        });
  }

  /// Books.
  public Answer book(AccountRequest asked) {
    Place place =
        place(
            asked.request().parameter("type"),
            PageRequest.start(asked.request().parameter("start")));
    return asked.signedIn(
        own.access(),
        place,
        caller -> {
          FormBody body = asked.form(Kind.SESSION);
          EventType type = type(caller, body.get("type")).orElse(null);
          Instant start = PageRequest.start(body.get("start"));
          if (type == null || start == null) {
            return new Answer.Failed(Problem.BAD_REQUEST);
          }
          return book(asked, caller, type, start.truncatedTo(ChronoUnit.SECONDS), body);
        });
  }

  private Answer book(
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

  private Answer booked(
      AccountRequest asked,
      Caller caller,
      EventType type,
      Instant start,
      Typed typed,
      BookRequest request) {
    BookOutcome outcome;
    try {
      outcome = desk.book(request, Actor.HOST);
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
          views.others(asked, caller, type, start, Answer.NOT_OFFERED, typed, reasons);
      case BookOutcome.KeyReused() ->
          views.form(
              asked, caller, type, start, Answer.NOT_OFFERED, typed.anew("notice.sentBefore"));
      case BookOutcome.LinkNotValid(), BookOutcome.UnknownEventType() -> Answer.notFound();
    };
  }

  /// In a team that meets in turn, the meeting may be another member's.
  private static Answer done(AccountRequest asked, Caller caller, Booking booking) {
    return booking.isWith(caller.host().id())
        ? asked.done(OwnBookings.place(booking.id()), Notice.BOOKED)
        : asked.done(Room.BOOKINGS, Notice.BOOKED);
  }
}
