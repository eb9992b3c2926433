package org.meetwright.cli.workplace.database;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.EventTypeAddress;
import org.meetwright.cli.arguments.EventTypeAddress.Addressed;
import org.meetwright.cli.arguments.IdPrefix;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.views.ServerLinks;
import org.meetwright.cli.workplace.Meetings;
import org.meetwright.core.access.signed.ManageLinks;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingFilter;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.booking.desk.BookOutcome;
import org.meetwright.core.booking.desk.BookingDesk;
import org.meetwright.core.booking.desk.ChangeOutcome;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.team.Bookables;
import org.meetwright.server.api.booking.BookRequestTranslation;
import org.meetwright.server.api.booking.BookingAnswers;
import org.meetwright.server.api.booking.BookingTranslation;
import org.meetwright.server.api.booking.Cursor;
import org.meetwright.server.api.eventtype.OwnEventTypes;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.model.booking.ApiBooking;
import org.meetwright.server.api.model.booking.ApiBookings;
import org.meetwright.server.api.model.booking.BookingRequest;
import org.meetwright.server.api.model.booking.BookingsQuery;
import org.meetwright.server.api.model.booking.RescheduleRequest;
import org.meetwright.server.settings.Settings;

/// Everybody's bookings on the database.
record DatabaseMeetings(
    Hosts hosts,
    Bookables bookables,
    EventTypes eventTypes,
    Bookings bookings,
    BookingDesk desk,
    ManageLinks manageLinks,
    Settings settings)
    implements Meetings {
  private static final int PAGE = 200;

  @Override
  public ApiBookings list(@Nullable String handle, BookingsQuery query) {
    Host host = handle == null ? null : Lookup.host(hosts, handle);
    BookingFilter filter =
        new BookingFilter(
            host == null ? null : host.id(),
            query.from() == null ? null : Instant.parse(query.from()),
            query.to() == null ? null : Instant.parse(query.to()),
            query.status() == null ? null : BookingStatus.of(query.status()),
            query.eventType() == null ? null : eventTypeId(host, query.eventType()),
            query.q());
    Bookings.Position after = query.cursor() == null ? null : Cursor.parse(query.cursor());
    int limit = query.limit() == null ? PAGE : query.limit();
    Bookings.Page page = bookings.list(filter, after, limit);
    return new ApiBookings(
        page.bookings().stream().map(this::shown).toList(),
        page.next() == null ? null : Cursor.print(page.next()));
  }

  private UUID eventTypeId(@Nullable Host host, String slug) {
    if (host == null) {
      throw new Failure("An event type belongs to a host; give the host's handle too.");
    }
    return new OwnEventTypes(eventTypes)
        .find(host, slug)
        .orElseThrow(() -> new Failure(host.handle() + " has no event type " + slug + "."))
        .id();
  }

  private ApiBooking shown(Booking booking) {
    return ServerLinks.shown(booking, manageLinks, settings);
  }

  @Override
  public UUID find(IdPrefix prefix) {
    return prefix.only(
        bookings.idsBetween(prefix.first(), prefix.last(), 2),
        "booking",
        "meetwright booking list");
  }

  @Override
  public ApiBooking get(UUID id) {
    Booking booking =
        bookings.find(id).orElseThrow(() -> new Failure("There is no booking " + id + "."));
    return withHistory(booking);
  }

  private ApiBooking withHistory(Booking booking) {
    return shown(booking).withHistory(BookingTranslation.toApi(bookings.history(booking.id())));
  }

  @Override
  public ApiBooking bookOver(BookingRequest request) {
    Addressed found =
        new EventTypeAddress(request.host(), request.eventType()).find(bookables, eventTypes);
    Host owner = hosts.find(found.eventType().hostId()).orElseThrow();
    Fields fields = Fields.of(withLocale(request, owner.locale()));
    return switch (desk.bookOver(
        BookRequestTranslation.read(fields, found.eventType().id(), null), owner.id())) {
      case BookOutcome.Booked(var booking) -> shown(booking);
      case BookOutcome.Repeated(var booking) -> shown(booking);
      case BookOutcome.SlotTaken() -> throw BookingAnswers.slotTaken();
      case BookOutcome.NotOffered(var reasons) -> throw BookingAnswers.notOffered(reasons);
      case BookOutcome.LinkNotValid() -> throw new IllegalStateException("No link was given");
      case BookOutcome.KeyReused() -> throw new IllegalStateException("No key was given");
      case BookOutcome.UnknownEventType() ->
          throw new Failure("The event type has just been deleted.");
    };
  }

  /// Returns a request with a language for the invitee, if it has none.
  static BookingRequest withLocale(BookingRequest request, Locale locale) {
    BookingRequest.Invitee invitee = request.invitee();
    if (invitee.locale() != null) {
      return request;
    }
    return new BookingRequest(
        request.host(),
        request.eventType(),
        request.start(),
        new BookingRequest.Invitee(
            invitee.name(), invitee.email(), invitee.timeZone(), locale.toLanguageTag()),
        request.guests(),
        request.answers(),
        request.notes(),
        request.metadata(),
        request.link(),
        request.altcha(),
        request.durationMinutes(),
        request.location(),
        request.override());
  }

  @Override
  public ApiBooking move(UUID id, RescheduleRequest request) {
    return changed(desk.reschedule(id, request.start(), byAdmin(request.reason())));
  }

  @Override
  public ApiBooking handOver(UUID id, RescheduleRequest.HandOver request) {
    return changed(desk.handOver(id, request.host(), byAdmin(request.reason())));
  }

  @Override
  public ApiBooking change(UUID id, Deed deed, @Nullable String reason) {
    Change how = byAdmin(reason);
    return changed(
        switch (deed) {
          case CONFIRM -> desk.confirm(id, how);
          case DECLINE -> desk.decline(id, how);
          case CANCEL -> desk.cancel(id, how);
          case NO_SHOW -> desk.noShow(id, how);
        });
  }

  private static Change byAdmin(@Nullable String reason) {
    return new Change(Actor.ADMIN, null, null, reason == null ? "" : reason);
  }

  private ApiBooking changed(ChangeOutcome outcome) {
    return withHistory(BookingAnswers.changed(outcome));
  }
}
