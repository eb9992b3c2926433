package org.meetwright.cli.commands.imports.options;

import org.meetwright.cli.arguments.EventTypeAddress;
import org.meetwright.cli.arguments.EventTypeAddress.Addressed;
import org.meetwright.cli.imports.reading.FittingWords;
import org.meetwright.cli.imports.reading.Gathering;
import org.meetwright.cli.imports.reading.KnownEventType;
import org.meetwright.cli.program.Failure;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.host.Host;
import org.meetwright.core.imports.ImportedHost;
import org.meetwright.core.team.Bookables;

/// The event type here to which bookings are to belong.
public record GivenEventType(Host host, Addressed found) {
  /// Finds it.
  ///
  /// @throws Failure if there is none, or it is a team's
  public static GivenEventType find(
      Bookables bookables, EventTypes eventTypes, EventTypeAddress address) {
    Addressed found = address.find(bookables, eventTypes);
    if (found.who().team()) {
      throw new Failure(
          address + " is a team's; bookings can be imported for an event type of one host.");
    }
    return new GivenEventType(found.who().hosts().getFirst(), found);
  }

  /// Returns it as something of the other service.
  public KnownEventType in(Gathering gathering) {
    gathering.add(
        new ImportedHost(
            host.handle().value(),
            host.name(),
            host.email(),
            host.timeZone(),
            FittingWords.locale(null),
            null,
            null));
    return new KnownEventType(
        host.handle() + "/" + found.eventType().slug(),
        host.handle().value(),
        found.eventType().name(),
        found.eventType().slug(),
        found.eventType().timing().durationMinutes());
  }
}
