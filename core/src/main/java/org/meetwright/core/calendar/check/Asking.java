package org.meetwright.core.calendar.check;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.meetwright.core.access.Secrets;
import org.meetwright.core.calendar.OwnEvents;
import org.meetwright.core.calendar.account.ConnectedAccounts;
import org.meetwright.core.calendar.check.CheckMapper.AskedRow;
import org.meetwright.core.calendar.remote.RemoteAccount;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.calendar.remote.RemoteItem;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.host.HostMapper;
import org.meetwright.core.time.Interval;
import org.meetwright.core.value.Ids;

/// Asks a calendar about an interval, and writes down what takes it.
///
/// @param times finds when an item takes its host
record Asking(
    Database database, ConnectedAccounts accounts, OwnEvents ownEvents, BusyInterval times) {
  /// Longer ones are searched for apart.
  private static final Duration DAY = Duration.ofDays(1);

  private static final int LONGEST_UID = 1000;
  private static final int LONGEST_ID = 2000;

  /// Finds when an item takes its host.
  @FunctionalInterface
  interface BusyInterval {
    /// Returns the occurrences that take the host and overlap an interval.
    List<Interval> of(RemoteItem item, AskedRow calendar, Interval asked);
  }

  /// Asks a calendar.
  ///
  /// @throws RemoteFault as the service answers, or if it is not asked now
  List<RemoteItem> items(AskedRow calendar, Interval asked) throws RemoteFault {
    RemoteAccount account = accounts.open(calendar.connectionId()).orElse(null);
    if (account == null) {
      throw new RemoteFault(RemoteFault.Kind.SIGN_IN, "The account is not asked now.");
    }
    return account.between(
        calendar.remoteId(), asked.startInclusive(), asked.endExclusive());
  }

  /// Writes down which of a calendar's items take an interval. They take it until the calendar is
  /// read again, and longer if they are still there then.
  ///
  /// @return whether any does
  boolean keep(AskedRow calendar, List<RemoteItem> items, Interval asked) {
    return database.inTransaction(tx -> keep(tx, calendar, items, asked));
  }

  private boolean keep(
      Transaction tx, AskedRow calendar, List<RemoteItem> items, Interval asked) {
    Set<String> own = new HashSet<>(ownEvents.among(tx, calendar.hostId(), items));
    boolean isLocked = false;
    boolean any = false;
    int kept = 0;
    for (RemoteItem item : items) {
      List<Interval> taken = own.contains(item.id()) ? List.of() : times.of(item, calendar, asked);
      if (!taken.isEmpty() && item.id().length() <= LONGEST_ID) {
        if (!isLocked && tx.mapper(CheckMapper.class).lock(calendar.id()) == null) {
          return false;
        }
        isLocked = true;
        any = true;
        kept += keep(tx, calendar, item, taken);
      }
    }
    if (kept > 0) {
      tx.mapper(HostMapper.class).raiseRevision(calendar.hostId());
    }
    return any;
  }

  private static int keep(
      Transaction tx, AskedRow calendar, RemoteItem item, List<Interval> taken) {
    CheckMapper mapper = tx.mapper(CheckMapper.class);
    String key = Secrets.hash(item.id());
    UUID known = mapper.item(calendar.id(), key);
    UUID itemId = known == null ? Ids.next() : known;
    int kept = 0;
    if (known == null) {
      String uid = item.uid().length() <= LONGEST_UID ? item.uid() : "";
      mapper.insertItem(
          itemId, calendar.id(), new RemoteItem(item.id(), uid, null, item.text()), key);
    }
    for (Interval one : taken) {
      kept +=
          mapper.insertBusy(
              Ids.next(),
              calendar,
              itemId,
              one.startInclusive(),
              one.endExclusive(),
              one.duration().compareTo(DAY) > 0);
    }
    if (kept > 0) {
      mapper.readAgain(itemId);
    }
    return kept;
  }
}
