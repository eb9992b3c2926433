package org.meetwright.core.calendar.meeting;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
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

/// A calendar service in memory that fails on command. Its accounts, by user, have two calendars
/// each, `home` and `work`.
public final class ScriptedService implements RemoteProvider {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Map<String, Map<String, Entry>> calendars = new LinkedHashMap<>();
  private final IdentityHashMap<Map<String, Entry>, Set<String>> burnt = new IdentityHashMap<>();
  private final Deque<Fault> faults = new ArrayDeque<>();
  private final List<String> calls = new ArrayList<>();
  private int etags;
  private boolean remembersUids;
  private volatile @Nullable CountDownLatch hanging;
  private volatile boolean waiting;

  /// An event as it stands there.
  ///
  /// @param meetingId null if someone else has put it in
  public record Entry(
      String uid,
      String etag,
      Instant start,
      Instant end,
      String title,
      String description,
      boolean tentative,
      @Nullable UUID meetingId) {}

  /// When a call fails.
  public enum When {
    /// Nothing is done.
    BEFORE,
    /// It is done, but the answer is lost.
    AFTER,
    /// It is done, and the program is killed before it hears of it.
    KILLED
  }

  private record Fault(When when, RemoteFault.FaultKind kind) {}

  /// The program is killed.
  public static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public ProviderKind kind() {
    return ProviderKind.CALDAV;
  }

  @Override
  public RemoteAccount open(AccountAccess access) {
    return new Account(access.user());
  }

  /// Has the next call that writes fail.
  public synchronized void fail(When when, RemoteFault.FaultKind kind) {
    faults.add(new Fault(when, kind));
  }

  public synchronized void failNoMore() {
    faults.clear();
  }

  /// Has it refuse the UIDs of events that were deleted, as some do.
  public void rememberUids() {
    remembersUids = true;
  }

  /// Returns whether someone waits for an answer.
  public boolean isAsked() {
    return waiting;
  }

  /// Has it answer nothing until it is told.
  public void hang(CountDownLatch until) {
    hanging = until;
  }

  /// Returns what stands in a calendar.
  public synchronized List<Entry> entries(String user, String calendar) {
    return List.copyOf(calendar(user, calendar).values());
  }

  /// Returns what was asked of it since the last time, a word each.
  public synchronized List<String> calls() {
    List<String> all = List.copyOf(calls);
    calls.clear();
    return all;
  }

  /// Someone else puts an event in.
  public synchronized void putByOther(String user, String calendar, Instant start, Instant end) {
    String uid = "other-" + ++etags;
    calendar(user, calendar)
        .put(id(uid), new Entry(uid, etag(), start, end, "Dentist", "", false, null));
  }

  /// The host moves the only event there is, or calls it something else.
  public synchronized void edit(
      String user, String calendar, Instant start, Instant end, String title) {
    Map<String, Entry> all = calendar(user, calendar);
    all.replaceAll(
        (id, old) ->
            new Entry(
                old.uid, etag(), start, end, title, old.description, old.tentative, old.meetingId));
  }

  /// The host moves an event of a meeting, or calls it something else.
  public synchronized void editOf(
      String user, String calendar, UUID meetingId, Instant start, Instant end, String title) {
    calendar(user, calendar)
        .replaceAll(
            (id, old) ->
                meetingId.equals(old.meetingId)
                    ? new Entry(
                        old.uid,
                        etag(),
                        start,
                        end,
                        title,
                        old.description,
                        old.tentative,
                        meetingId)
                    : old);
  }

  /// The host deletes the event of a meeting.
  public synchronized void deleteOf(String user, String calendar, UUID meetingId) {
    Map<String, Entry> all = calendar(user, calendar);
    List<Entry> gone =
        all.values().stream().filter(entry -> meetingId.equals(entry.meetingId)).toList();
    gone.forEach(entry -> burn(all, entry));
    all.values().removeAll(gone);
  }

  /// The host deletes everything there.
  public synchronized Set<String> clear(String user, String calendar) {
    Map<String, Entry> all = calendar(user, calendar);
    Set<String> ids = Set.copyOf(all.keySet());
    all.values().forEach(entry -> burn(all, entry));
    all.clear();
    return ids;
  }

  /// Someone else takes an event away.
  public synchronized void removeByOther(String user, String calendar, Instant start) {
    calendar(user, calendar).values().removeIf(entry -> entry.start().equals(start));
  }

  private void burn(Map<String, Entry> calendar, Entry entry) {
    if (remembersUids) {
      burnt.computeIfAbsent(calendar, _ -> new HashSet<>()).add(entry.uid);
    }
  }

  private Map<String, Entry> calendar(String user, String calendar) {
    return calendars.computeIfAbsent(user + "/" + calendar, _ -> new LinkedHashMap<>());
  }

  private String etag() {
    return "\"" + ++etags + "\"";
  }

  static String id(String uid) {
    return "/" + uid + ".ics";
  }

  private final class Account implements RemoteAccount {
    private final String user;

    Account(String user) {
      this.user = user;
    }

    @Override
    public List<RemoteCalendar> calendars() {
      ZoneId zone = ZoneId.of("Europe/Berlin");
      return List.of(
          new RemoteCalendar("home", "Home", null, zone, true),
          new RemoteCalendar("work", "Work", null, zone, true));
    }

    @Override
    public RemoteChanges changes(
        String calendarId, @Nullable String state, Supplier<Map<String, String>> known) {
      synchronized (ScriptedService.this) {
        return new RemoteChanges(true, items(calendarId), Set.of(), Set.of(), null, 0);
      }
    }

    private List<RemoteItem> items(String calendarId) {
      return calendar(user, calendarId).entrySet().stream()
          .map(entry -> item(entry.getKey(), entry.getValue()))
          .toList();
    }

    @Override
    public List<RemoteItem> between(String calendarId, Instant from, Instant until)
        throws RemoteFault {
      CountDownLatch latch = hanging;
      if (latch != null) {
        await(latch);
      }
      synchronized (ScriptedService.this) {
        calls.add("between");
        return items(calendarId);
      }
    }

    private void await(CountDownLatch latch) throws RemoteFault {
      waiting = true;
      try {
        latch.await();
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
        throw new RemoteFault(RemoteFault.FaultKind.UNREACHABLE, "interrupted");
      }
    }

    private static RemoteItem item(String id, Entry entry) {
      String marker =
          entry.meetingId == null ? "" : "X-MEETWRIGHT-MEETING:" + entry.meetingId + "\n";
      String text =
          "BEGIN:VEVENT\nUID:"
              + entry.uid
              + "\nDTSTART:"
              + UTC.format(entry.start)
              + "\nDTEND:"
              + UTC.format(entry.end)
              + "\nSUMMARY:"
              + entry.title
              + "\n"
              + marker
              + "END:VEVENT\n";
      return new RemoteItem(id, entry.uid, entry.etag, text);
    }

    @Override
    public @Nullable RemoteItem find(String calendarId, String itemId) throws RemoteFault {
      synchronized (ScriptedService.this) {
        calls.add("find");
        Entry entry = calendar(user, calendarId).get(itemId);
        return entry == null ? null : item(itemId, entry);
      }
    }

    @Override
    public WrittenEvent put(String calendarId, OwnEvent event, @Nullable WrittenEvent written)
        throws RemoteFault {
      CountDownLatch latch = hanging;
      if (latch != null) {
        await(latch);
      }
      synchronized (ScriptedService.this) {
        calls.add("put");
        Fault fault = faults.poll();
        fail(fault, When.BEFORE);
        WrittenEvent done = put(calendar(user, calendarId), event, written);
        fail(fault, When.AFTER);
        return done;
      }
    }

    private static void fail(@Nullable Fault fault, When when) throws RemoteFault {
      if (fault == null) {
        return;
      }
      if (fault.when == When.KILLED && when == When.AFTER) {
        throw new Killed();
      }
      if (fault.when == when) {
        throw new RemoteFault(fault.kind, "scripted");
      }
    }

    private WrittenEvent put(Map<String, Entry> all, OwnEvent event, @Nullable WrittenEvent written)
        throws RemoteFault {
      String id = written == null ? id(event.uid()) : written.id();
      Entry old = all.get(id);
      if (written != null) {
        boolean same = old != null && old.etag.equals(written.etag());
        if (!same) {
          throw new RemoteFault(RemoteFault.FaultKind.CHANGED, "412");
        }
      } else if (old == null && burnt.getOrDefault(all, Set.of()).contains(event.uid())) {
        throw new RemoteFault(RemoteFault.FaultKind.UID_TAKEN, "409");
      }
      Entry entry =
          new Entry(
              event.uid(),
              etag(),
              event.start(),
              event.end(),
              event.title(),
              event.description(),
              event.tentative(),
              event.meetingId());
      all.put(id, entry);
      return new WrittenEvent(id, entry.etag);
    }

    @Override
    public void delete(String calendarId, WrittenEvent written) throws RemoteFault {
      synchronized (ScriptedService.this) {
        calls.add("delete");
        Fault fault = faults.poll();
        fail(fault, When.BEFORE);
        Map<String, Entry> all = calendar(user, calendarId);
        Entry old = all.get(written.id());
        if (old != null && !old.etag.equals(written.etag())) {
          throw new RemoteFault(RemoteFault.FaultKind.CHANGED, "412");
        }
        if (old != null) {
          burn(all, old);
          all.remove(written.id());
        }
        fail(fault, When.AFTER);
      }
    }
  }
}
