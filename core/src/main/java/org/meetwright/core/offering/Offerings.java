package org.meetwright.core.offering;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.bookinglink.BookingLinks;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.offering.OfferingMapper.HostRow;
import org.meetwright.core.value.Text;

/// Finds event types by the addresses that visitors request. Event types are cached with the
/// revisions of their hosts, and a cached one is used only while these are unchanged. An event type
/// is switched off while nobody can be met because of hosts who are.
public final class Offerings {
  private final Database database;
  private final InstantSource clock;
  private final Cache<UUID, Offering> kept;

  /// Creates the service.
  ///
  /// @param most how many event types may be kept; 0 keeps none
  public Offerings(Database database, InstantSource clock, long most) {
    this.database = database;
    this.clock = clock;
    this.kept = Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build();
  }

  /// Finds the event type of a slug under the handle of a host or team. One indexed read, as long
  /// as nothing has changed and no link is needed.
  ///
  /// @param link the token of the booking link that the visitor has; null if he has none
  public FindOutcome find(String handle, String slug, @Nullable String link) {
    if (!Text.isStorable(handle) || !Text.isStorable(slug)) {
      return new FindOutcome.Unknown();
    }
    return database.read(
        tx -> {
          Offering offering = find(tx, handle, slug);
          return offering == null ? new FindOutcome.Unknown() : judged(tx, offering, link);
        });
  }

  private FindOutcome judged(Transaction tx, Offering offering, @Nullable String link) {
    EventType eventType = offering.eventType();
    return switch (BookingLinks.admission(tx, link, eventType, clock.instant())) {
      case UNKNOWN -> new FindOutcome.Unknown();
      case ENDED -> new FindOutcome.NotAdmitted(offering);
      case ADMITTED ->
          eventType.active() ? new FindOutcome.Found(offering) : new FindOutcome.Inactive(offering);
    };
  }

  private @Nullable Offering find(Transaction tx, String handle, String slug) {
    List<HostRow> found = tx.mapper(OfferingMapper.class).find(handle, slug);
    if (found.isEmpty()) {
      return null;
    }
    List<HostRevision> revisions = found.stream().flatMap(HostRow::hostRevision).toList();
    UUID id = found.getFirst().eventTypeId();
    Offering before = kept.getIfPresent(id);
    if (before != null && !revisions.isEmpty() && before.revisions().equals(revisions)) {
      return before;
    }
    EventType eventType = EventTypes.load(tx, id);
    if (eventType == null) {
      return null;
    }
    Offering fresh =
        new Offering(hasHosts(eventType, found) ? eventType : eventType.switchedOff(), revisions);
    // Without hosts there is no revision that would tell of a change.
    if (!revisions.isEmpty()) {
      kept.put(id, fresh);
    }
    return fresh;
  }

  /// Returns whether nobody is switched off whom a meeting needs. A team without members has all.
  private static boolean hasHosts(EventType eventType, List<HostRow> found) {
    boolean some = found.stream().anyMatch(HostRow::isThere);
    return switch (eventType.assignment()) {
      case Assignment.OneHost _ -> some;
      case Assignment.RoundRobin _ -> some;
      case Assignment.Collective _ -> found.stream().allMatch(HostRow::isThere);
    };
  }
}
