package org.meetwright.core.calendar.sync;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Secrets;
import org.meetwright.core.calendar.CalendarAlert;
import org.meetwright.core.calendar.CalendarAlert.What;
import org.meetwright.core.calendar.CalendarMapper.CalendarRow;
import org.meetwright.core.calendar.Doubt;
import org.meetwright.core.calendar.OwnEvents;
import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.calendar.remote.RemoteAccount;
import org.meetwright.core.calendar.remote.RemoteChanges;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.calendar.remote.RemoteItem;
import org.meetwright.core.calendar.sync.RoundMapper.Complaint;
import org.meetwright.core.calendar.sync.SyncPlan.Stored;
import org.meetwright.core.calendar.sync.store.Batches;
import org.meetwright.core.calendar.sync.store.ItemMapper;
import org.meetwright.core.calendar.sync.store.ItemMapper.FlawsRow;
import org.meetwright.core.calendar.sync.store.ItemMapper.KnownRow;
import org.meetwright.core.calendar.sync.store.ItemProblem;
import org.meetwright.core.calendar.sync.store.ItemStore;
import org.meetwright.core.calendar.sync.store.ItemStore.Entry;
import org.meetwright.core.calendar.sync.store.StoredItems;
import org.meetwright.core.database.Database;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.HostMapper;
import org.meetwright.core.news.News;
import org.meetwright.core.news.NewsKind;
import org.meetwright.core.outbox.Outbox;
import org.meetwright.core.value.Text;

/// Reads one calendar once: asks what changed, plans, and writes it in transactions that are short
/// enough for bookings to pass between them. Of two rounds at once, the one that began first stops.
/// One that is cut off leaves the calendar's state as it was, so that the next one does it all
/// again and finds most of it done.
final class CalendarRound {
  /// How many items a calendar may have.
  static final int MOST_ITEMS = 25_000;

  private static final Duration WHOLE_AFTER = Duration.ofDays(1);
  private static final int LONGEST_ID = 2000;
  private static final int LONGEST_UID = 1000;
  private static final int LONGEST_ETAG = 500;

  private final Database database;
  private final InstantSource clock;
  private final OwnEvents ownEvents;
  private final Outbox outbox;
  private final RemoteAccount account;
  private final ProviderKind kind;

  CalendarRound(
      Database database,
      InstantSource clock,
      OwnEvents ownEvents,
      Outbox outbox,
      RemoteAccount account,
      ProviderKind kind) {
    this.database = database;
    this.clock = clock;
    this.ownEvents = ownEvents;
    this.outbox = outbox;
    this.account = account;
    this.kind = kind;
  }

  /// What came of it.
  ///
  /// @param moved whether times of the host have been taken or given back
  /// @param asksAgain whether everything is asked for once more soon
  record Result(boolean moved, boolean asksAgain) {}

  /// Stops a round because another one began, or the calendar is not read any more.
  private static final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /// What was asked and answered.
  ///
  /// @param known what is stored, as [SyncPlan#of] wants it
  /// @param isWhole whether everything was asked for
  /// @param error what is wrong with the calendar; null if nothing is
  private record Answer(
      RemoteChanges changes, Map<String, Stored> known, boolean isWhole, @Nullable String error) {}

  /// Makes the round.
  ///
  /// @throws RemoteFault as the service answers; what is known stays
  Result make(UUID calendarId) throws RemoteFault {
    Instant at = now();
    CalendarRow calendar =
        database.inTransaction(
            tx -> {
              RoundMapper mapper = tx.mapper(RoundMapper.class);
              mapper.begin(calendarId);
              return mapper.lock(calendarId);
            });
    if (calendar == null || !calendar.calendar().use().isRead()) {
      return new Result(false, false);
    }
    Answer answer = ask(calendar, at);
    SyncPlan plan = SyncPlan.of(answer.known, answer.changes, Doubt.stored(calendar.doubt()));
    if (answer.error != null && plan.doubt() == Doubt.NONE && plan.gone().isEmpty()) {
      throw new RemoteFault(RemoteFault.FaultKind.CALENDAR_GONE, answer.error);
    }
    try {
      return new Writing(calendar, at, answer, plan).write();
    } catch (Overtaken other) {
      return new Result(false, false);
    }
  }

  private Answer ask(CalendarRow calendar, Instant at) throws RemoteFault {
    Instant wholeAt = calendar.wholeAt();
    boolean isWhole =
        calendar.syncState() == null || wholeAt == null || wholeAt.isBefore(at.minus(WHOLE_AFTER));
    try {
      return answer(
          calendar, changes(calendar, isWhole ? null : calendar.syncState()), isWhole, at);
    } catch (RemoteFault fault) {
      return switch (fault.kind()) {
        case STATE_LOST -> answer(calendar, changes(calendar, null), true, at);
        case CALENDAR_GONE -> {
          RemoteChanges nothing = new RemoteChanges(true, List.of(), Set.of(), Set.of(), null, 0);
          Answer empty = answer(calendar, nothing, true, at);
          yield new Answer(nothing, empty.known, true, String.valueOf(fault.getMessage()));
        }
        case SIGN_IN,
            UNREACHABLE,
            LATER,
            CHANGED,
            UID_TAKEN,
            READ_ONLY,
            NOT_UNDERSTOOD,
            NOT_FOUND ->
            throw fault;
      };
    }
  }

  private RemoteChanges changes(CalendarRow calendar, @Nullable String state) throws RemoteFault {
    RemoteChanges told = account.changes(calendar.remoteId(), state, () -> etags(calendar.id()));
    List<RemoteItem> fit = told.items().stream().filter(CalendarRound::isFit).toList();
    if (fit.size() > MOST_ITEMS) {
      throw new RemoteFault(
          FaultCode.TOO_LARGE,
          "The calendar has more than " + MOST_ITEMS + " events; that is more than can be read.");
    }
    return new RemoteChanges(
        told.whole(),
        fit,
        told.same(),
        told.gone(),
        told.state(),
        told.unreadable() + told.items().size() - fit.size());
  }

  static boolean isFit(RemoteItem item) {
    String etag = item.etag();
    return item.id().length() <= LONGEST_ID
        && item.uid().length() <= LONGEST_UID
        && (etag == null || etag.length() <= LONGEST_ETAG)
        && Text.isStorable(item.id() + item.uid() + item.text());
  }

  private Map<String, String> etags(UUID calendarId) {
    return database
        .read(tx -> tx.mapper(ItemMapper.class).known(calendarId, clock.instant()))
        .stream()
        .filter(row -> row.etag() != null)
        .collect(toMap(KnownRow::remoteId, row -> String.valueOf(row.etag())));
  }

  private Answer answer(CalendarRow calendar, RemoteChanges changes, boolean isWhole, Instant at) {
    boolean needsAll = changes.whole() || !changes.gone().isEmpty();
    String[] told =
        changes.items().stream().map(item -> Secrets.hash(item.id())).toArray(String[]::new);
    List<KnownRow> known =
        database.read(
            tx -> {
              ItemMapper mapper = tx.mapper(ItemMapper.class);
              return needsAll
                  ? mapper.known(calendar.id(), at)
                  : mapper.knownOf(calendar.id(), told);
            });
    Map<String, Stored> stored =
        known.stream()
            .collect(
                toMap(
                    KnownRow::remoteId,
                    row -> new Stored(row.digest(), row.etag(), row.matters())));
    return new Answer(changes, stored, isWhole, null);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /// The second half of the round.
  private final class Writing {
    private final CalendarRow calendar;
    private final Instant at;
    private final Answer answer;
    private final SyncPlan plan;
    private final Horizon horizon;
    private final ItemExpander expansion;
    private final Set<String> own;
    private boolean moved;
    private boolean writes;

    Writing(CalendarRow calendar, Instant at, Answer answer, SyncPlan plan) {
      this.calendar = calendar;
      this.at = at;
      this.answer = answer;
      this.plan = plan;
      this.horizon = Horizon.at(at);
      this.expansion = new ItemExpander(zone(), calendar.tentative(), horizon);
      this.own =
          plan.put().isEmpty()
              ? Set.of()
              : database.read(tx -> ownEvents.among(tx, calendar.hostId(), plan.put()));
    }

    private ZoneId zone() {
      ZoneId zone = calendar.zone();
      if (zone != null) {
        return zone;
      }
      Host host = database.read(tx -> tx.mapper(HostMapper.class).find(calendar.hostId()));
      return host == null ? ZoneId.of("UTC") : host.timeZone();
    }

    Result write() {
      boolean rolls =
          !horizon.from().equals(calendar.expandedFrom())
              || !horizon.until().equals(calendar.expandedUntil());
      boolean hadItems =
          rolls && database.read(tx -> tx.mapper(ItemMapper.class).hasAny(calendar.id()));
      List<RemoteItem> others = new ArrayList<>();
      List<RemoteItem> ours = new ArrayList<>();
      plan.put().forEach(item -> (own.contains(item.id()) ? ours : others).add(item));
      writes |= hadItems || !plan.put().isEmpty() || !plan.gone().isEmpty();
      new Batches(entries -> inRound(store -> store.put(entries))).all(others, this::entry);
      if (hadItems) {
        expandStored();
      }
      // Before it is written: a round that is cut off here tells it again.
      if (plan.doubt() == Doubt.NONE && !(ours.isEmpty() && plan.gone().isEmpty())) {
        inRound(store -> {});
        ownEvents.saw(calendar.id(), ours.stream().map(expansion::seen).toList(), plan.gone());
      }
      new Batches(entries -> inRound(store -> store.put(entries))).all(ours, this::entry);
      ItemStore.batches(plan.gone()).forEach(some -> inRound(store -> store.delete(some)));
      end();
      boolean asksAgain = plan.doubt() == Doubt.LISTING || plan.doubt() == Doubt.GONE;
      return new Result(moved, asksAgain);
    }

    private Entry entry(RemoteItem item) {
      boolean isOurs = own.contains(item.id());
      return calendar.busy() && !isOurs
          ? expansion.entry(item)
          : new Entry(item, isOurs, List.of(), ItemProblem.NONE);
    }

    private void expandStored() {
      Set<String> done = new HashSet<>();
      plan.put().forEach(item -> done.add(item.id()));
      new StoredItems(database, calendar.id())
          .forEach(
              rows -> {
                Batches batches =
                    new Batches(entries -> inRound(store -> store.takeAgain(entries)));
                batches.all(
                    rows.stream().filter(row -> !done.contains(row.id())).toList(), this::entry);
              });
    }

    /// Works in a transaction of the round.
    private void inRound(Consumer<ItemStore> work) {
      moved |=
          database.inTransaction(
              tx -> {
                CalendarRow row = tx.mapper(RoundMapper.class).lock(calendar.id());
                if (row == null || row.rounds() != calendar.rounds()) {
                  throw new Overtaken();
                }
                ItemStore store = new ItemStore(tx, calendar, kind.word());
                work.accept(store);
                if (store.moved()) {
                  tx.mapper(HostMapper.class).raiseRevision(calendar.hostId());
                }
                return store.moved();
              });
    }

    private void end() {
      database.inTransaction(
          tx -> {
            RoundMapper mapper = tx.mapper(RoundMapper.class);
            CalendarRow row = mapper.lock(calendar.id());
            if (row == null || row.rounds() != calendar.rounds()) {
              throw new Overtaken();
            }
            FlawsRow flaws =
                writes
                        || answer.error != null
                        || !row.doubt().equals(plan.doubt().word())
                        || row.error() != null
                        || row.failingSince() != null
                    ? tx.mapper(ItemMapper.class).flaws(calendar.id())
                    : null;
            mapper.end(
                calendar.id(),
                plan.state(),
                horizon,
                at,
                answer.isWhole ? at : null,
                plan.doubt().word(),
                flaws == null
                    ? new Complaint(row.error(), row.errorCode(), row.unreadable())
                    : complaint(flaws));
            Doubt before = Doubt.stored(row.doubt());
            List<UUID> host = List.of(calendar.hostId());
            if (plan.doubt() == Doubt.TOLD && before != Doubt.TOLD) {
              new CalendarAlert(What.DOUBTED, calendar.hostId(), calendar.connectionId(), at)
                  .tell(tx, outbox);
            } else if (moved || plan.doubt() != before) {
              News.note(tx, NewsKind.CALENDAR_CHANGED, host, calendar.connectionId(), at);
            }
            return true;
          });
    }

    private Complaint complaint(FlawsRow flaws) {
      int unreadable = answer.changes.unreadable() + flaws.problems();
      return new Complaint(error(flaws), code(flaws), unreadable);
    }

    private @Nullable String code(FlawsRow flaws) {
      if (answer.error != null) {
        return FaultCode.CALENDAR_GONE.word();
      }
      if (plan.doubt() == Doubt.TOLD) {
        return FaultCode.VANISHED.word();
      }
      FaultCode code = flaws.code();
      return code == null ? null : code.word();
    }

    private @Nullable String error(FlawsRow flaws) {
      if (answer.error != null) {
        return answer.error;
      }
      if (plan.doubt() == Doubt.TOLD) {
        return plan.held().size()
            + " events have vanished at once from the calendar "
            + calendar.name()
            + ". Their times stay taken until you say that they are gone.";
      }
      return flaws.text(expansion.zone());
    }
  }
}
