package org.meetwright.core.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.remote.AccountAccess;
import org.meetwright.core.calendar.remote.OwnEvent;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.calendar.remote.RemoteAccount;
import org.meetwright.core.calendar.remote.RemoteCalendar;
import org.meetwright.core.calendar.remote.RemoteChanges;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.calendar.remote.RemoteItem;
import org.meetwright.core.calendar.remote.RemoteProvider;
import org.meetwright.core.calendar.remote.WrittenEvent;

/// A calendar service in memory that says what a test wants: it numbers its changes, tells them
/// like a CalDAV server with sync tokens, and fails on command.
public final class ScriptedProvider implements RemoteProvider {
  /// The password that it accepts.
  public static final String PASSWORD = "correct";

  private final Map<String, Shelf> shelves = new LinkedHashMap<>();
  private final List<RemoteFault> faults = new ArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private String password = PASSWORD;
  private Set<String> ownAddresses = Set.of();
  private @Nullable Runnable meanwhile;
  private @Nullable Runnable whileListing;
  private boolean deletesAreTold = true;

  /// A calendar with its items.
  ///
  /// @param changed when each item changed last, by its number
  private record Shelf(
      RemoteCalendar calendar, Map<String, RemoteItem> items, Map<String, Integer> changed) {}

  private int number;

  /// Returns whose answers to invitations were last looked for.
  public Set<String> ownAddresses() {
    return ownAddresses;
  }

  /// Adds a calendar that can be written.
  public synchronized void addCalendar(String id) {
    shelves.put(
        id,
        new Shelf(
            new RemoteCalendar(id, "Calendar " + id, "#336699", null, true),
            new LinkedHashMap<>(),
            new HashMap<>()));
  }

  /// Adds a calendar that can only be read.
  public synchronized void addReadOnly(String id) {
    shelves.put(
        id,
        new Shelf(
            new RemoteCalendar(id, "Calendar " + id, null, null, false),
            new LinkedHashMap<>(),
            new HashMap<>()));
  }

  /// Removes a calendar.
  public synchronized void dropCalendar(String id) {
    shelves.remove(id);
  }

  /// Puts an event in, or changes one.
  public synchronized void put(String calendar, String id, String text) {
    Shelf shelf = shelf(calendar);
    shelf.items.put(id, new RemoteItem(id, "uid-" + id, "e" + ++number, text));
    shelf.changed.put(id, number);
  }

  /// Deletes an event.
  public synchronized void delete(String calendar, String id) {
    Shelf shelf = shelf(calendar);
    shelf.items.remove(id);
    shelf.changed.put(id, ++number);
  }

  /// Has a calendar look empty.
  public synchronized void empty(String calendar) {
    Set.copyOf(shelf(calendar).items.keySet()).forEach(id -> delete(calendar, id));
  }

  /// Has everything told anew each time, as a feed does.
  public synchronized void tellEverything() {
    deletesAreTold = false;
  }

  /// Has the next questions fail, one after the other.
  public synchronized void fail(RemoteFault... next) {
    faults.addAll(List.of(next));
  }

  /// Has no other password accepted than this one.
  public synchronized void changePassword(String now) {
    password = now;
  }

  /// Has something happen while the next question for changes is answered.
  public synchronized void meanwhile(Runnable happens) {
    meanwhile = happens;
  }

  /// Has something happen whenever it is asked for its calendars.
  public synchronized void whileListing(Runnable happens) {
    whileListing = happens;
  }

  /// Returns the states with which changes were asked for.
  public List<String> asked() {
    return asked;
  }

  private Shelf shelf(String id) {
    Shelf shelf = shelves.get(id);
    if (shelf == null) {
      throw new IllegalArgumentException("No calendar " + id);
    }
    return shelf;
  }

  @Override
  public ProviderKind kind() {
    return ProviderKind.CALDAV;
  }

  @Override
  public RemoteAccount open(AccountAccess access) {
    ownAddresses = access.ownAddresses();
    return new Account(access);
  }

  private final class Account implements RemoteAccount {
    private final AccountAccess access;

    Account(AccountAccess access) {
      this.access = access;
    }

    private void check() throws RemoteFault {
      synchronized (ScriptedProvider.this) {
        if (!access.password().equals(password)) {
          throw new RemoteFault(RemoteFault.FaultKind.SIGN_IN, "User or password are wrong.");
        }
        if (!faults.isEmpty()) {
          throw faults.removeFirst();
        }
      }
    }

    private Shelf opened(String calendarId) throws RemoteFault {
      check();
      synchronized (ScriptedProvider.this) {
        Shelf shelf = shelves.get(calendarId);
        if (shelf == null) {
          throw new RemoteFault(RemoteFault.FaultKind.CALENDAR_GONE, "The calendar is not there.");
        }
        return shelf;
      }
    }

    @Override
    public List<RemoteCalendar> calendars() throws RemoteFault {
      check();
      Runnable now = whileListing;
      if (now != null) {
        now.run();
      }
      synchronized (ScriptedProvider.this) {
        return shelves.values().stream().map(Shelf::calendar).toList();
      }
    }

    @Override
    public RemoteChanges changes(
        String calendarId, @Nullable String state, Supplier<Map<String, String>> known)
        throws RemoteFault {
      asked.add(String.valueOf(state));
      Shelf shelf = opened(calendarId);
      RemoteChanges changes = changes(shelf, state);
      Runnable now = meanwhile;
      meanwhile = null;
      if (now != null) {
        now.run();
      }
      return changes;
    }

    private RemoteChanges changes(Shelf shelf, @Nullable String state) {
      synchronized (ScriptedProvider.this) {
        String next = String.valueOf(number);
        if (state == null || !deletesAreTold) {
          return new RemoteChanges(
              true, List.copyOf(shelf.items.values()), Set.of(), Set.of(), next, 0);
        }
        int since = Integer.parseInt(state);
        List<RemoteItem> items = new ArrayList<>();
        Set<String> gone = new HashSet<>();
        shelf.changed.forEach(
            (id, at) -> {
              RemoteItem item = shelf.items.get(id);
              if (at > since && item != null) {
                items.add(item);
              } else if (at > since) {
                gone.add(id);
              }
            });
        return new RemoteChanges(false, items, Set.of(), gone, next, 0);
      }
    }

    @Override
    public List<RemoteItem> between(String calendarId, Instant from, Instant until)
        throws RemoteFault {
      return List.copyOf(opened(calendarId).items.values());
    }

    @Override
    public @Nullable RemoteItem find(String calendarId, String itemId) throws RemoteFault {
      return opened(calendarId).items.get(itemId);
    }

    @Override
    public WrittenEvent put(String calendarId, OwnEvent event, @Nullable WrittenEvent written)
        throws RemoteFault {
      throw new UnsupportedOperationException("Nothing writes here");
    }

    @Override
    public void delete(String calendarId, WrittenEvent written) throws RemoteFault {
      opened(calendarId);
      ScriptedProvider.this.delete(calendarId, written.id());
    }
  }
}
