package org.meetwright.cli.views;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.team.Bookable;
import org.meetwright.core.team.Bookables;
import org.meetwright.core.value.Handle;

/// The handles of event types, each looked up once.
public final class Addresses {
  private final EventTypes eventTypes;
  private final Bookables bookables;
  private final Map<UUID, Optional<Handle>> handles = new HashMap<>();

  /// Creates an empty collection.
  public Addresses(EventTypes eventTypes, Bookables bookables) {
    this.eventTypes = eventTypes;
    this.bookables = bookables;
  }

  /// Returns `handle/slug` of what was booked; of an event type that is gone, with the handle of
  /// the host.
  public String of(Booking booking) {
    Handle handle =
        Optional.ofNullable(booking.eventTypeId())
            .flatMap(id -> handles.computeIfAbsent(id, this::handle))
            .orElse(booking.hosts().getFirst().handle());
    return handle + "/" + booking.eventTypeSlug();
  }

  private Optional<Handle> handle(UUID eventTypeId) {
    return eventTypes
        .find(eventTypeId)
        .flatMap(eventType -> bookables.find(eventType.pageId()))
        .map(Bookable::handle);
  }
}
