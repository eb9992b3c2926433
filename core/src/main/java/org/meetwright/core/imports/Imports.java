package org.meetwright.core.imports;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.change.Consequences;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.imports.ImportReport.ItemKind;
import org.meetwright.core.schedule.Schedules;

/// Brings what another scheduling service knows. An import is one transaction: all of it is here
/// afterwards, or nothing. What came once does not come again.
public final class Imports {
  private final Database database;
  private final InstantSource clock;
  private final Rooms rooms;

  /// What an import writes with.
  record Rooms(
      Hosts hosts, Schedules schedules, EventTypes eventTypes, Consequences consequences) {}

  /// What an event type is called at another service.
  ///
  /// @param source the word of the service
  public record Origin(String source, String externalId) {}

  /// Creates the service.
  public Imports(
      Database database,
      InstantSource clock,
      Hosts hosts,
      Schedules schedules,
      EventTypes eventTypes,
      Consequences consequences) {
    this.database = database;
    this.clock = clock;
    this.rooms = new Rooms(hosts, schedules, eventTypes, consequences);
  }

  /// Imports.
  ///
  /// @param into the host whose all of it is to be; null for the hosts that the data names
  public ImportReport run(ImportedData data, @Nullable UUID into) {
    return database.inTransaction(tx -> within(tx, data, into));
  }

  /// Returns what an import would do, and does nothing.
  ///
  /// @param into as with [#run]
  public ImportReport tryOut(ImportedData data, @Nullable UUID into) {
    try {
      return database.inTransaction(
          tx -> {
            throw new TriedOut(within(tx, data, into));
          });
    } catch (TriedOut done) {
      return done.report;
    }
  }

  private ImportReport within(Transaction tx, ImportedData data, @Nullable UUID into) {
    return new ImportRun(rooms, tx, data, clock.instant().truncatedTo(ChronoUnit.MICROS))
        .report(into);
  }

  /// Returns what an event type is called at the services from which it came.
  public List<Origin> origins(UUID eventTypeId) {
    return database.read(
        tx ->
            tx.mapper(ImportMapper.class).origins(eventTypeId, ItemKind.EVENT_TYPE.word()).stream()
                .map(row -> new Origin(row.source(), row.externalId()))
                .toList());
  }

  /// Rolls back what was tried out.
  private static final class TriedOut extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ImportReport report;

    TriedOut(ImportReport report) {
      super("Tried out", null, false, false);
      this.report = report;
    }
  }
}
