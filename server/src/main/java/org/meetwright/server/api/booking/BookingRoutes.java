package org.meetwright.server.api.booking;

import static org.meetwright.core.value.InvalidValueException.shown;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Caller;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingFilter;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.booking.desk.BookingDesk;
import org.meetwright.core.booking.desk.ChangeOutcome;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.host.Host;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;
import org.meetwright.server.api.eventtype.OwnEventTypes;
import org.meetwright.server.api.exchange.Authentication;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.exchange.Json;
import org.meetwright.server.api.exchange.Path;
import org.meetwright.server.api.exchange.ProblemException;
import org.meetwright.server.api.exchange.Query;
import org.meetwright.server.api.model.booking.ApiBooking;
import org.meetwright.server.api.model.booking.ApiBookings;
import org.meetwright.server.api.slot.SlotsToMove;

/// A host's bookings.
public final class BookingRoutes implements HttpService {
  private static final int PAGE = 50;
  private static final int LARGEST_PAGE = 200;

  /// How many are read at a time: one may have as many bytes as a request.
  private static final int AT_A_TIME = 20;

  /// A page with more is given as it is by then; the next one begins there.
  private static final long MOST_BYTES = 1 << 20;

  private final EventTypes eventTypes;
  private final BookingDesk bookingDesk;
  private final Bookings bookings;
  private final Authentication authentication;
  private final BookingAnswers answers;
  private final SlotsToMove slotsToMove;

  /// Creates the routes.
  public BookingRoutes(
      EventTypes eventTypes,
      BookingDesk bookingDesk,
      Bookings bookings,
      SlotsToMove slotsToMove,
      Authentication authentication,
      BookingAnswers answers) {
    this.eventTypes = eventTypes;
    this.bookingDesk = bookingDesk;
    this.bookings = bookings;
    this.authentication = authentication;
    this.answers = answers;
    this.slotsToMove = slotsToMove;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/", this::list)
        .get("/{id}", this::show)
        .get("/{id}/slots", this::slots)
        .post("/{id}/confirm", change((id, how, body) -> desk().confirm(id, how)))
        .post("/{id}/decline", change((id, how, body) -> desk().decline(id, how)))
        .post("/{id}/cancel", change((id, how, body) -> desk().cancel(id, how)))
        .post("/{id}/no-show", change((id, how, body) -> desk().noShow(id, how)))
        .post(
            "/{id}/reschedule",
            change((id, how, body) -> desk().reschedule(id, body.instant("start"), how)))
        .post(
            "/{id}/hand-over",
            change((id, how, body) -> desk().handOver(id, body.text("host"), how)));
  }

  private BookingDesk desk() {
    return bookingDesk;
  }

  private void list(ServerRequest request, ServerResponse response) {
    Caller caller = authentication.caller(request);
    Host host = caller.host();
    Query query = new Query(request);
    BookingFilter filter =
        new BookingFilter(
            host.id(),
            query.from(host),
            query.until(host),
            query.optional("status").map(BookingStatus::of).orElse(null),
            query.optional("eventType").map(text -> eventTypeId(host, text)).orElse(null),
            query
                .optional("q")
                .map(text -> Text.line("q", text, BookingFilter.LONGEST_SEARCH))
                .orElse(null));
    int limit = query.limit(PAGE, LARGEST_PAGE);
    Bookings.Position after = query.optional("cursor").map(Cursor::parse).orElse(null);
    List<ApiBooking> listed = new ArrayList<>();
    long bytes = 0;
    Bookings.Page page;
    do {
      page = bookings.list(filter, after, Math.min(limit - listed.size(), AT_A_TIME));
      for (Booking booking : page.bookings()) {
        ApiBooking written = answers.toHost(booking, caller);
        listed.add(written);
        bytes += Json.bytes(written).length;
      }
      after = page.next();
    } while (after != null && listed.size() < limit && bytes < MOST_BYTES);
    Json.send(response, new ApiBookings(listed, after == null ? null : Cursor.print(after)));
  }

  private UUID eventTypeId(Host host, String text) {
    return new OwnEventTypes(eventTypes)
        .find(host, text)
        .map(type -> type.id())
        .orElseGet(() -> Fields.id("eventType", text));
  }

  private void show(ServerRequest request, ServerResponse response) {
    Caller caller = authentication.caller(request);
    Booking booking = booking(request, caller.host());
    Json.send(response, answers.toHost(booking, caller).withHistory(history(booking.id())));
  }

  private void slots(ServerRequest request, ServerResponse response) {
    slotsToMove.sendToHost(request, response, booking(request, authentication.host(request)));
  }

  private Booking booking(ServerRequest request, Host host) {
    UUID id = Path.id(request);
    return bookings
        .find(id)
        .filter(found -> found.isWith(host.id()))
        .orElseThrow(() -> ProblemException.notFound("booking", id.toString()));
  }

  private List<ApiBooking.ApiHistoryEntry> history(UUID id) {
    return BookingTranslation.toApi(bookings.history(id));
  }

  private interface Action {
    ChangeOutcome run(UUID bookingId, Change change, Fields body);
  }

  private Handler change(Action action) {
    return (request, response) -> {
      Host host = authentication.host(request);
      UUID id = Path.id(request);
      Fields body = Json.body(request).only("reason", "start", "host");
      Change how = new Change(Actor.HOST, host.id(), version(request), body.text("reason", ""));
      ApiBooking changed = answers.of(BookingAnswers.changed(action.run(id, how, body)));
      Json.send(response, changed.withHistory(history(id)));
    };
  }

  private static @Nullable Integer version(ServerRequest request) {
    Optional<String> header = request.headers().first(HeaderNames.IF_MATCH);
    if (header.isEmpty() || header.get().equals("*")) {
      return null;
    }
    try {
      return Integer.valueOf(header.get().replace("\"", "").strip());
    } catch (NumberFormatException notAVersion) {
      throw new InvalidValueException(
          "If-Match", "must be the booking's version, not " + shown(header.get()));
    }
  }
}
