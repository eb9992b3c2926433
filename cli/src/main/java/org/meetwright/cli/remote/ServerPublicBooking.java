package org.meetwright.cli.remote;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.EventTypeAddress;
import org.meetwright.cli.arguments.EventTypeFinder;
import org.meetwright.cli.workplace.PublicBooking;
import org.meetwright.server.api.model.booking.BookingRequest;
import org.meetwright.server.api.model.eventtype.ApiQuestion;
import org.meetwright.server.api.model.explain.ApiExplanation;
import org.meetwright.server.api.model.host.ApiMe;
import org.meetwright.server.api.model.slot.ApiFirstSlot;
import org.meetwright.server.api.model.slot.ApiSlots;
import org.meetwright.server.api.model.slot.SlotsQuery;
import org.meetwright.server.client.ApiClient;
import org.meetwright.server.client.InviteeCalls.BookAnswer;
import org.meetwright.server.client.call.ApiException;

/// Slots and booking on a server.
record ServerPublicBooking(ApiClient client, Supplier<ApiMe> me) implements PublicBooking {
  @Override
  public ZoneId timeZone(String handle) {
    return ZoneId.of(client.everybody().getHost(handle).timeZone());
  }

  @Override
  public ApiSlots slots(EventTypeAddress address, SlotsQuery query) {
    return client.everybody().listSlots(address.handle(), address.slug(), query);
  }

  @Override
  public ApiFirstSlot firstSlot(EventTypeAddress address, SlotsQuery query) {
    return client.everybody().getFirstSlot(address.handle(), address.slug(), query);
  }

  @Override
  public ApiExplanation explain(
      EventTypeAddress address, Instant start, @Nullable Integer duration) {
    UUID own =
        EventTypeFinder.find(client.eventTypes().listEventTypes(), address, me.get().handle()).id();
    return client.bookings().explain(own.toString(), start, duration);
  }

  @Override
  public List<ApiQuestion> questions(EventTypeAddress address) {
    return client.everybody().getOffering(address.handle(), address.slug(), null).questions();
  }

  @Override
  public Booked book(BookingRequest request) {
    try {
      Booked first = book(request, key(request));
      // The key is of a booking that has ended since: this is a new wish.
      return first instanceof Booked.Made(var booking) && !booking.holdsTime()
          ? book(request, UUID.randomUUID())
          : first;
    } catch (ApiException refused) {
      return switch (refused.code()) {
        case "slot_taken" -> new Booked.Taken();
        case "not_offered" ->
            new Booked.NotOffered(
                Objects.requireNonNullElse(refused.problem().reasons(), List.of()));
        default -> throw refused;
      };
    }
  }

  private Booked book(BookingRequest request, UUID key) {
    return switch (client.invitee().book(request, key.toString())) {
      case BookAnswer.Booked(var booked) -> new Booked.Made(booked.booking());
      case BookAnswer.Asked(var mail) -> new Booked.Asked(mail.email(), mail.expiresAt());
    };
  }

  /// The same wish has the same key, so that it can be repeated.
  private static UUID key(BookingRequest request) {
    return UUID.nameUUIDFromBytes(request.toString().getBytes(StandardCharsets.UTF_8));
  }
}
