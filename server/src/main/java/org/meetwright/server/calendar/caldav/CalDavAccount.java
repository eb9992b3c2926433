package org.meetwright.server.calendar.caldav;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.item.IcsReader;
import org.meetwright.core.calendar.remote.AccountAccess;
import org.meetwright.core.calendar.remote.OwnEvent;
import org.meetwright.core.calendar.remote.RemoteAccount;
import org.meetwright.core.calendar.remote.RemoteCalendar;
import org.meetwright.core.calendar.remote.RemoteChanges;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.calendar.remote.RemoteFault.FaultKind;
import org.meetwright.core.calendar.remote.RemoteItem;
import org.meetwright.core.calendar.remote.WrittenEvent;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.calendar.webdav.Href;
import org.meetwright.server.calendar.webdav.WebDavAnswer;
import org.meetwright.server.calendar.webdav.WebDavAnswer.Response;
import org.meetwright.server.calendar.webdav.WebDavClient;
import org.meetwright.server.calendar.webdav.WebDavNames;

/// An account at a CalDAV server. A calendar's id is its address, an item's the path of it, both in
/// the one way to write them.
final class CalDavAccount implements RemoteAccount {
  private final String address;
  private final WebDavClient dav;
  private final Discovery discovery;
  private final IcsReader reader;
  private final InstantSource clock;

  /// @param dav to ask for what is known
  /// @param discovery to find what is not
  CalDavAccount(AccountAccess access, WebDavClient dav, Discovery discovery, InstantSource clock) {
    this.address = access.address();
    this.reader = new IcsReader(ownAddresses(access));
    this.dav = dav;
    this.discovery = discovery;
    this.clock = clock;
  }

  /// A user's name is often an e-mail address.
  private static Set<String> ownAddresses(AccountAccess access) {
    Set<String> addresses = new HashSet<>(access.ownAddresses());
    for (String name : new String[] {access.user(), access.address()}) {
      if (name.contains("@") && !name.contains("/")) {
        addresses.add(name.strip().toLowerCase(Locale.ROOT));
      }
    }
    return addresses;
  }

  private CalDavObjects objects(HttpUrl calendar) {
    return new CalDavObjects(dav, calendar, reader);
  }

  @Override
  public List<RemoteCalendar> calendars() throws RemoteFault {
    return discovery.calendars(address);
  }

  private CalDavFreeBusy freeBusy(String calendarId) throws RemoteFault {
    return new CalDavFreeBusy(dav, url(CalDavFreeBusy.address(calendarId)));
  }

  private static HttpUrl url(String calendarId) throws RemoteFault {
    if (CalDavFreeBusy.is(calendarId)) {
      throw new RemoteFault(
          FaultKind.READ_ONLY, "Of this calendar only the busy times can be read.");
    }
    try {
      return HttpUrl.of(calendarId);
    } catch (InvalidValueException wrong) {
      throw new RemoteFault(FaultKind.CALENDAR_GONE, "There is no such calendar.");
    }
  }

  @Override
  public RemoteChanges changes(
      String calendarId, @Nullable String state, Supplier<Map<String, String>> known)
      throws RemoteFault {
    if (CalDavFreeBusy.is(calendarId)) {
      return freeBusy(calendarId).changes(clock.instant(), known);
    }
    HttpUrl calendar = url(calendarId);
    return new CalDavChanges(dav, calendar, objects(calendar), clock).since(state, known);
  }

  @Override
  public List<RemoteItem> between(String calendarId, Instant from, Instant until)
      throws RemoteFault {
    if (CalDavFreeBusy.is(calendarId)) {
      return freeBusy(calendarId).between(from, until);
    }
    HttpUrl calendar = url(calendarId);
    WebDavAnswer answer =
        dav.report(
            calendar,
            1,
            CalDavChanges.query(
                "<D:getetag/><C:calendar-data/>", CalDavChanges.range(from, until)));
    if (!answer.isMultistatus()) {
      throw dav.fault(answer.head());
    }
    CalDavObjects.Read read = new CalDavObjects.Read();
    for (Response response : answer.responses()) {
      String text = response.text(WebDavNames.DATA);
      if (text != null) {
        objects(calendar)
            .add(Href.path(response.url()), response.text(WebDavNames.ETAG), text, read);
      }
    }
    return read.items();
  }

  @Override
  public @Nullable RemoteItem find(String calendarId, String itemId) throws RemoteFault {
    CalDavObjects objects = objects(url(calendarId));
    WebDavClient.Got got = objects.get(itemId);
    CalDavObjects.Read read = new CalDavObjects.Read();
    if (!CalDavObjects.isGone(got.head())) {
      objects.add(itemId, got.head().last("etag"), got.text(), read);
    }
    return read.items().isEmpty() ? null : read.items().getFirst();
  }

  @Override
  public WrittenEvent put(String calendarId, OwnEvent event, @Nullable WrittenEvent written)
      throws RemoteFault {
    HttpUrl calendar = url(calendarId);
    if (written != null) {
      return replace(calendar, event, written);
    }
    String id = id(calendar, event.uid());
    WebDavAnswer answer = write(calendar, id, Map.of("If-None-Match", "*"), event);
    if (answer.status() != 412) {
      return written(calendar, id, answer);
    }
    // Something is there: the answer to an earlier try may have been lost.
    WebDavClient.Got there = objects(calendar).get(id);
    if (CalDavObjects.isGone(there.head()) || !EventObject.isOf(event, there.text())) {
      throw uidTaken();
    }
    return EventObject.agrees(event, there.text())
        ? new WrittenEvent(id, there.head().last("etag"))
        : replace(calendar, event, new WrittenEvent(id, there.head().last("etag")));
  }

  private WrittenEvent replace(HttpUrl calendar, OwnEvent event, WrittenEvent written)
      throws RemoteFault {
    String tag = written.etag();
    if (tag == null) {
      // It could not be asked for when the event was written.
      tag = objects(calendar).get(written.id()).head().last("etag");
    }
    WebDavAnswer answer =
        write(calendar, written.id(), tag == null ? Map.of() : Map.of("If-Match", tag), event);
    if (answer.status() != 412 && answer.status() != 404) {
      return written(calendar, written.id(), answer);
    }
    WebDavClient.Got there = objects(calendar).get(written.id());
    if (!CalDavObjects.isGone(there.head()) && EventObject.agrees(event, there.text())) {
      return new WrittenEvent(written.id(), there.head().last("etag"));
    }
    throw changed();
  }

  private WebDavAnswer write(
      HttpUrl calendar, String id, Map<String, String> condition, OwnEvent event)
      throws RemoteFault {
    Map<String, String> headers = new LinkedHashMap<>(condition);
    headers.put("Content-Type", "text/calendar; charset=utf-8");
    return dav.put(Href.resolve(calendar, id), headers, EventObject.of(event));
  }

  private WrittenEvent written(HttpUrl calendar, String id, WebDavAnswer answer)
      throws RemoteFault {
    int status = answer.status();
    if (status / 100 == 2) {
      String tag = answer.head().last("etag");
      return new WrittenEvent(id, tag == null ? tagNow(calendar, id) : tag);
    }
    if (status >= 400
        && (answer.conditions().stream().anyMatch(WebDavNames.UID_CONFLICTS::contains)
            || answer.words().toLowerCase(Locale.ROOT).contains("uid already exists"))) {
      throw uidTaken();
    }
    if (status == 403 || status == 405) {
      throw new RemoteFault(FaultKind.READ_ONLY, "The calendar can't be written by this user.");
    }
    if (status == 409) {
      throw new RemoteFault(FaultKind.CALENDAR_GONE, "The calendar is not there any more.");
    }
    throw dav.fault(answer.head());
  }

  /// Servers that change what they keep do not say its tag. Asked for at once, it tells later
  /// whether someone has changed the event; written it is, whatever comes of asking.
  private @Nullable String tagNow(HttpUrl calendar, String id) {
    try {
      return objects(calendar).get(id).head().last("etag");
    } catch (RemoteFault _) {
      return null;
    }
  }

  /// Returns where a new event is put: a name of plain letters, the same at every try.
  private static String id(HttpUrl calendar, String uid) {
    String name =
        uid.matches("[A-Za-z0-9-]{8,100}")
            ? uid
            : UUID.nameUUIDFromBytes(uid.getBytes(StandardCharsets.UTF_8)).toString();
    return Href.path(calendar).replaceFirst("/?$", "/") + name + ".ics";
  }

  @Override
  public void delete(String calendarId, WrittenEvent written) throws RemoteFault {
    HttpUrl calendar = url(calendarId);
    String tag = written.etag();
    WebDavAnswer answer =
        dav.delete(
            Href.resolve(calendar, written.id()), tag == null ? Map.of() : Map.of("If-Match", tag));
    int status = answer.status();
    if (status / 100 == 2 || status == 404 || status == 410) {
      return;
    }
    if (status == 412 || status == 500) {
      // Gone is gone, whatever the server says.
      if (CalDavObjects.isGone(objects(calendar).get(written.id()).head())) {
        return;
      }
    }
    if (status == 412) {
      throw changed();
    }
    if (status == 403 || status == 405) {
      throw new RemoteFault(FaultKind.READ_ONLY, "The calendar can't be written by this user.");
    }
    throw dav.fault(answer.head());
  }

  private static RemoteFault uidTaken() {
    return new RemoteFault(
        FaultKind.UID_TAKEN, "The calendar has, or had, another event with the same UID.");
  }

  private static RemoteFault changed() {
    return new RemoteFault(FaultKind.CHANGED, "The event was changed in the calendar meanwhile.");
  }
}
