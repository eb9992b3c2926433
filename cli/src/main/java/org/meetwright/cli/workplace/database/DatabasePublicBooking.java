package org.meetwright.cli.workplace.database;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.EventTypeAddress;
import org.meetwright.cli.arguments.EventTypeAddress.Addressed;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.views.ServerLinks;
import org.meetwright.cli.workplace.PublicBooking;
import org.meetwright.core.access.signed.ManageLinks;
import org.meetwright.core.availability.Availability;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.desk.BookOutcome;
import org.meetwright.core.booking.desk.BookingDesk;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.host.Host;
import org.meetwright.core.team.Bookables;
import org.meetwright.core.value.TimeZones;
import org.meetwright.server.api.booking.BookRequestTranslation;
import org.meetwright.server.api.eventtype.PartTranslation;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.explain.ExplanationTranslation;
import org.meetwright.server.api.model.booking.BookingRequest;
import org.meetwright.server.api.model.eventtype.ApiQuestion;
import org.meetwright.server.api.model.explain.ApiExplanation;
import org.meetwright.server.api.model.slot.ApiFirstSlot;
import org.meetwright.server.api.model.slot.ApiSlots;
import org.meetwright.server.api.model.slot.SlotsQuery;
import org.meetwright.server.api.slot.SlotTranslation;
import org.meetwright.server.settings.Settings;

/// Slots and booking on the database.
record DatabasePublicBooking(
    Bookables bookables,
    EventTypes eventTypes,
    Availability availability,
    BookingDesk desk,
    ManageLinks manageLinks,
    Settings settings)
    implements PublicBooking {
  @Override
  public ZoneId timeZone(String handle) {
    return Lookup.bookable(bookables, handle).timeZone();
  }

  @Override
  public ApiSlots slots(EventTypeAddress address, SlotsQuery query) {
    Addressed found = address.find(bookables, eventTypes).lasting(query.duration());
    EventType type = found.eventType();
    ZoneId zone = zone(found, query);
    LocalDate from = Objects.requireNonNull(query.from());
    LocalDate to = Objects.requireNonNull(query.to());
    return SlotTranslation.toApi(availability.slots(type, from, to, zone), from, to, zone, type);
  }

  @Override
  public ApiFirstSlot firstSlot(EventTypeAddress address, SlotsQuery query) {
    Addressed found = address.find(bookables, eventTypes).lasting(query.duration());
    ZoneId zone = zone(found, query);
    LocalDate from = Objects.requireNonNull(query.from());
    return SlotTranslation.first(
        availability.first(found.eventType(), from, zone), from, zone, found.eventType());
  }

  private static ZoneId zone(Addressed found, SlotsQuery query) {
    return query.zone() == null ? found.who().timeZone() : TimeZones.parse("--zone", query.zone());
  }

  @Override
  public ApiExplanation explain(
      EventTypeAddress address, Instant start, @Nullable Integer duration) {
    Addressed found = address.find(bookables, eventTypes).lasting(duration);
    return ExplanationTranslation.toApi(availability.reasonsAgainst(found.eventType(), start));
  }

  @Override
  public List<ApiQuestion> questions(EventTypeAddress address) {
    return address.find(bookables, eventTypes).eventType().questions().stream()
        .map(PartTranslation::toApi)
        .toList();
  }

  @Override
  public Booked book(BookingRequest request) {
    Addressed found =
        new EventTypeAddress(request.host(), request.eventType())
            .find(bookables, eventTypes)
            .lasting(request.durationMinutes());
    Fields fields = Fields.of(withLocale(request, found));
    return switch (desk.book(
        BookRequestTranslation.read(fields, found.eventType().id(), null), Actor.ADMIN)) {
      case BookOutcome.Booked(var booking) ->
          new Booked.Made(ServerLinks.shown(booking, manageLinks, settings));
      case BookOutcome.Repeated(var booking) ->
          throw new IllegalStateException("No key was given: " + booking.id());
      case BookOutcome.SlotTaken() -> new Booked.Taken();
      case BookOutcome.NotOffered(var reasons) ->
          new Booked.NotOffered(
              reasons.stream().map(reason -> reason.code().word()).distinct().toList());
      case BookOutcome.LinkNotValid() -> throw new IllegalStateException("No link was given");
      case BookOutcome.KeyReused() -> throw new IllegalStateException("No key was given");
      case BookOutcome.UnknownEventType() ->
          throw new Failure("The event type has just been deleted.");
    };
  }

  /// Without a language, the invitee is told in the host's.
  private static BookingRequest withLocale(BookingRequest request, Addressed found) {
    Locale locale =
        found.who().hosts().stream().findFirst().map(Host::locale).orElse(Locale.ENGLISH);
    return DatabaseMeetings.withLocale(request, locale);
  }
}
