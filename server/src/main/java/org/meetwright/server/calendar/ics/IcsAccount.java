package org.meetwright.server.calendar.ics;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.item.CalendarItem;
import org.meetwright.core.calendar.item.IcsReading;
import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.core.calendar.remote.OwnEvent;
import org.meetwright.core.calendar.remote.RemoteAccount;
import org.meetwright.core.calendar.remote.RemoteCalendar;
import org.meetwright.core.calendar.remote.RemoteChanges;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.calendar.remote.RemoteFault.FaultKind;
import org.meetwright.core.calendar.remote.RemoteItem;
import org.meetwright.core.calendar.remote.WrittenEvent;
import org.meetwright.server.calendar.ics.FeedAddress.Fetched;

/// A feed: an account with one calendar that can only be read. The id of an item is its UID, its
/// tag a hash of it.
final class IcsAccount implements RemoteAccount {
  private static final String ONLY = "feed";

  private final FeedAddress address;

  IcsAccount(FeedAddress address) {
    this.address = address;
  }

  @Override
  public List<RemoteCalendar> calendars() throws RemoteFault {
    IcsReading.Read feed;
    try {
      feed = read();
    } catch (RemoteFault fault) {
      throw fault.code() == FaultCode.CALENDAR_GONE
          ? new RemoteFault(FaultCode.NOT_FOUND, "No calendar was found at this address.")
          : fault;
    }
    String name = feed.name().isBlank() ? address.host() : feed.name();
    return List.of(new RemoteCalendar(ONLY, name, null, feed.zone(), false));
  }

  private IcsReading.Read read() throws RemoteFault {
    Fetched fetched = address.fetch(null);
    if (fetched.feed() == null) {
      throw new IllegalStateException("A feed that is asked for in any case is read");
    }
    return fetched.feed();
  }

  @Override
  public RemoteChanges changes(
      String calendarId, @Nullable String state, Supplier<Map<String, String>> known)
      throws RemoteFault {
    Fetched fetched = address.fetch(FeedState.of(state));
    if (fetched.feed() == null) {
      return RemoteChanges.none(fetched.state().text());
    }
    Map<String, String> before = known.get();
    List<RemoteItem> changed = new ArrayList<>();
    Set<String> same = new HashSet<>();
    for (RemoteItem item : items(fetched.feed())) {
      if (String.valueOf(item.etag()).equals(before.get(item.id()))) {
        same.add(item.id());
      } else {
        changed.add(item);
      }
    }
    return new RemoteChanges(
        true, changed, same, Set.of(), fetched.state().text(), fetched.feed().unreadable());
  }

  private static List<RemoteItem> items(IcsReading.Read feed) {
    List<RemoteItem> items = new ArrayList<>(feed.items().size());
    for (CalendarItem event : feed.items()) {
      byte[] hash = FeedAddress.sha256().digest(event.text().getBytes(StandardCharsets.UTF_8));
      items.add(
          new RemoteItem(
              event.uid(), event.uid(), HexFormat.of().formatHex(hash, 0, 16), event.text()));
    }
    return items;
  }

  @Override
  public List<RemoteItem> between(String calendarId, Instant from, Instant until)
      throws RemoteFault {
    return items(read());
  }

  @Override
  public @Nullable RemoteItem find(String calendarId, String itemId) throws RemoteFault {
    return items(read()).stream().filter(item -> item.id().equals(itemId)).findFirst().orElse(null);
  }

  @Override
  public WrittenEvent put(String calendarId, OwnEvent event, @Nullable WrittenEvent written)
      throws RemoteFault {
    throw readOnly();
  }

  @Override
  public void delete(String calendarId, WrittenEvent written) throws RemoteFault {
    throw readOnly();
  }

  private static RemoteFault readOnly() {
    return new RemoteFault(FaultKind.READ_ONLY, "A calendar feed can only be read.");
  }
}
