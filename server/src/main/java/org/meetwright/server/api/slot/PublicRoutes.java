package org.meetwright.server.api.slot;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.meetwright.core.availability.Availability;
import org.meetwright.core.availability.Availability.Slots;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.offering.Offering;
import org.meetwright.core.team.Bookable;
import org.meetwright.server.api.exchange.Json;
import org.meetwright.server.api.exchange.Path;
import org.meetwright.server.api.exchange.Query;
import org.meetwright.server.api.slot.SlotsAnswerCache.Question;
import org.meetwright.server.load.Memory;
import org.meetwright.server.route.Area;

/// The routes without a login: hosts and teams, event types, slots.
public final class PublicRoutes implements HttpService {
  private final InstantSource clock;
  private final EventTypes eventTypes;
  private final Availability availability;
  private final PublicOfferings offerings;
  private final Consumer<Boolean> asked;
  private final SlotsAnswerCache answers = new SlotsAnswerCache();

  /// Creates the routes.
  ///
  /// @param asked is told of each question for slots whether it was answered from memory
  public PublicRoutes(
      InstantSource clock,
      EventTypes eventTypes,
      Availability availability,
      PublicOfferings offerings,
      Consumer<Boolean> asked) {
    this.clock = clock;
    this.eventTypes = eventTypes;
    this.availability = availability;
    this.asked = asked;
    this.offerings = offerings;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/{handle}", this::page).get("/{handle}/event-types/{slug}", this::eventType);
    Area.SLOTS
        .on(rules)
        .get("/{handle}/event-types/{slug}/slots", this::slots)
        .get("/{handle}/event-types/{slug}/first-slot", this::firstSlot);
  }

  private void page(ServerRequest request, ServerResponse response) {
    Bookable who = offerings.who(Path.text(request, "handle"));
    Json.send(
        response,
        OfferingTranslation.page(who, who.active() ? eventTypes.listOnPage(who.id()) : List.of()));
  }

  private void eventType(ServerRequest request, ServerResponse response) {
    Bookable who = offerings.who(Path.text(request, "handle"));
    EventType type = offering(request).eventType();
    Json.send(response, OfferingTranslation.offering(type, who));
  }

  /// Returns the time zone of the host or team.
  private ZoneId usualZone(ServerRequest request) {
    return offerings.who(Path.text(request, "handle")).timeZone();
  }

  private void firstSlot(ServerRequest request, ServerResponse response) {
    Offering offering = asked(request);
    ZoneId zone = RequestedDates.zone(request, () -> usualZone(request));
    LocalDate from = RequestedDates.from(request, zone, clock.instant());
    EventType type = offering.eventType();
    Json.send(
        response, SlotTranslation.first(availability.first(type, from, zone), from, zone, type));
  }

  private void slots(ServerRequest request, ServerResponse response) {
    Offering offering = asked(request);
    RequestedDates dates = RequestedDates.of(request, () -> usualZone(request), clock.instant());
    EventType type = offering.eventType();
    SlotFields fields = SlotFields.of(request);
    try (Memory.Held _ = LongSlotsJson.hold(type, dates.from(), dates.to())) {
      Slots slots = availability.slots(offering, dates.from(), dates.to(), dates.zone());
      asked.accept(slots.fromMemory());
      answers.send(
          request,
          response,
          new Question(type.id(), type.timing().durationMinutes(), dates, fields),
          slots,
          type);
    }
  }

  /// Returns what is asked for, with the length that is.
  private Offering asked(ServerRequest request) {
    Offering offering = offering(request);
    Integer minutes = new Query(request).number("duration");
    return offering.lasting(offering.eventType().timing().offered("duration", minutes));
  }

  private Offering offering(ServerRequest request) {
    return offerings.find(
        Path.text(request, "handle"),
        Path.text(request, "slug"),
        new Query(request).optional("link").orElse(null));
  }
}
