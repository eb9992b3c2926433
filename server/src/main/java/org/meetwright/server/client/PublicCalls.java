package org.meetwright.server.client;

import org.jspecify.annotations.Nullable;
import org.meetwright.server.api.model.challenge.ApiChallenge;
import org.meetwright.server.api.model.slot.ApiFirstSlot;
import org.meetwright.server.api.model.slot.ApiHostPage;
import org.meetwright.server.api.model.slot.ApiOffering;
import org.meetwright.server.api.model.slot.ApiSlots;
import org.meetwright.server.api.model.slot.SlotsQuery;
import org.meetwright.server.client.call.ApiExchange;
import org.meetwright.server.client.call.Call;

/// What everybody may ask: hosts and teams, what can be booked, and when.
public final class PublicCalls {
  private final ApiExchange exchange;

  PublicCalls(ApiExchange exchange) {
    this.exchange = exchange;
  }

  /// Returns a host or team, and what can be booked.
  public ApiHostPage getHost(String handle) {
    return exchange.send(Call.of("GET /api/v1/hosts/{handle}", handle), ApiHostPage.class);
  }

  /// Returns what a booking page shows.
  public ApiOffering getOffering(String handle, String slug, @Nullable String link) {
    return exchange.send(
        Call.of("GET /api/v1/hosts/{handle}/event-types/{slug}", handle, slug).query("link", link),
        ApiOffering.class);
  }

  /// Returns the first time that can be booked; the last date of the query is not looked at.
  public ApiFirstSlot getFirstSlot(String handle, String slug, SlotsQuery query) {
    return exchange.send(
        Call.of("GET /api/v1/hosts/{handle}/event-types/{slug}/first-slot", handle, slug)
            .query("from", query.from())
            .query("zone", query.zone())
            .query("link", query.link())
            .query("duration", query.duration()),
        ApiFirstSlot.class);
  }

  /// Returns the times that can be booked.
  public ApiSlots listSlots(String handle, String slug, SlotsQuery query) {
    return exchange.send(
        Call.of("GET /api/v1/hosts/{handle}/event-types/{slug}/slots", handle, slug)
            .query("from", query.from())
            .query("to", query.to())
            .query("zone", query.zone())
            .query("link", query.link())
            .query("duration", query.duration())
            .query("fields", query.fields()),
        ApiSlots.class);
  }

  /// Returns work to do before a booking.
  public ApiChallenge getChallenge() {
    return exchange.send(Call.of("GET /api/v1/challenge"), ApiChallenge.class);
  }
}
