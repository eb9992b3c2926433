package org.meetwright.server.api.slot;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.meetwright.core.availability.Availability;
import org.meetwright.core.availability.Availability.Slots;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.offering.Offering;
import org.meetwright.core.team.Bookable;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.TimeZones;
import org.meetwright.server.api.exchange.Json;
import org.meetwright.server.api.exchange.Path;
import org.meetwright.server.api.exchange.Query;
import org.meetwright.server.api.exchange.Times;
import org.meetwright.server.api.slot.SlotsAnswers.Question;
import org.meetwright.server.load.Memory;
import org.meetwright.server.route.Area;

/// What needs no login: hosts and teams, event types, slots.
public final class PublicRoutes implements HttpService {
  private static final int MOST_DAYS = 62;

  private final InstantSource clock;
  private final EventTypes eventTypes;
  private final Availability availability;
  private final PublicOfferings offerings;
  private final Consumer<Boolean> asked;
  private final SlotsAnswers answers = new SlotsAnswers();

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
    Json.send(response, OfferTranslation.page(who, eventTypes.listOnPage(who.id())));
  }

  private void eventType(ServerRequest request, ServerResponse response) {
    Bookable who = offerings.who(Path.text(request, "handle"));
    EventType type = offering(request).eventType();
    Json.send(response, OfferTranslation.offer(type, who));
  }

  private ZoneId zone(ServerRequest request) {
    return request
        .query()
        .first("zone")
        .map(name -> TimeZones.parse("zone", name))
        .orElseGet(() -> offerings.who(Path.text(request, "handle")).timeZone());
  }

  private LocalDate from(ServerRequest request, ZoneId zone) {
    return request
        .query()
        .first("from")
        .map(text -> Times.date("from", text))
        .orElseGet(() -> LocalDate.ofInstant(clock.instant(), zone));
  }

  private void firstSlot(ServerRequest request, ServerResponse response) {
    Offering offering = offering(request);
    ZoneId zone = zone(request);
    LocalDate from = from(request, zone);
    EventType type = offering.eventType();
    Json.send(
        response, SlotTranslation.first(availability.first(type, from, zone), from, zone, type));
  }

  private void slots(ServerRequest request, ServerResponse response) {
    Offering offering = offering(request);
    ZoneId zone = zone(request);
    LocalDate from = from(request, zone);
    LocalDate to =
        request
            .query()
            .first("to")
            .map(text -> Times.date("to", text))
            .orElseGet(() -> from.plusDays(MOST_DAYS / 2));
    checkRange(from, to);
    EventType type = offering.eventType();
    try (Memory.Held _ = LongSlotsJson.hold(type, from, to)) {
      Slots slots = availability.slots(offering, from, to, zone);
      asked.accept(slots.fromMemory());
      answers.send(request, response, new Question(type.id(), from, to, zone), slots, type);
    }
  }

  private Offering offering(ServerRequest request) {
    return offerings.find(
        Path.text(request, "handle"),
        Path.text(request, "slug"),
        new Query(request).optional("link").orElse(null));
  }

  private static void checkRange(LocalDate from, LocalDate to) {
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    if (days < 1 || days > MOST_DAYS) {
      throw new InvalidValueException(
          "to",
          "must be at most " + MOST_DAYS + " days from " + from + " on, and not before it: " + to);
    }
  }
}
