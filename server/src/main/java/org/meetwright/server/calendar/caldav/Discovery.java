package org.meetwright.server.calendar.caldav;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.item.zone.EventZone;
import org.meetwright.core.calendar.item.zone.ZoneBook;
import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.core.calendar.remote.RemoteCalendar;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.calendar.remote.RemoteFault.FaultKind;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.server.calendar.http.ServiceRecords;
import org.meetwright.server.calendar.http.TypedAddress;
import org.meetwright.server.calendar.webdav.Element;
import org.meetwright.server.calendar.webdav.Href;
import org.meetwright.server.calendar.webdav.WebDavAnswer;
import org.meetwright.server.calendar.webdav.WebDavAnswer.Response;
import org.meetwright.server.calendar.webdav.WebDavClient;
import org.meetwright.server.calendar.webdav.WebDavNames;

/// Finds the calendars of an account (RFC 6764): from an address or a domain to the one who asks,
/// from there to where his calendars are, and to these.
final class Discovery {
  private static final int MOST_HOMES = 8;
  private static final int MOST_CALENDARS = 200;
  private static final Pattern ZONE = Pattern.compile("(?im)^TZID(?:;[^:]*)?:(.*)$");
  private static final QName VEVENTS = WebDavNames.caldav("comp");
  private static final Set<QName> WRITING =
      Set.of(
          WebDavNames.dav("all"),
          WebDavNames.dav("write"),
          WebDavNames.dav("write-content"),
          WebDavNames.dav("bind"));
  private static final Set<QName> READING = Set.of(WebDavNames.dav("all"), WebDavNames.dav("read"));
  private static final QName[] LISTED = {
    WebDavNames.RESOURCE_TYPE,
    WebDavNames.DISPLAY_NAME,
    WebDavNames.COLOR,
    WebDavNames.TIME_ZONE,
    WebDavNames.COMPONENTS,
    WebDavNames.PRIVILEGES
  };

  /// After this nothing more is asked: someone waits for the answer.
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final WebDavClient dav;
  private final ServiceRecords records;
  private final InstantSource clock;

  Discovery(WebDavClient dav, ServiceRecords records, InstantSource clock) {
    this.dav = dav;
    this.records = records;
    this.clock = clock;
  }

  /// Returns the calendars that can hold events.
  ///
  /// @throws RemoteFault (NOT_FOUND) if there are none
  List<RemoteCalendar> calendars(String typed) throws RemoteFault {
    Map<String, RemoteCalendar> found = new LinkedHashMap<>();
    RemoteFault first = null;
    Set<String> silent = new HashSet<>();
    Instant end = clock.instant().plus(LONGEST);
    for (HttpUrl start : starts(typed)) {
      if (silent.contains(server(start))) {
        continue;
      }
      try {
        addFrom(start, end, found);
      } catch (RemoteFault failed) {
        if (failed.code() == FaultCode.NO_ANSWER) {
          silent.add(server(start));
        }
        if (failed.kind() == FaultKind.SIGN_IN
            || failed.kind() == FaultKind.LATER
            || Thread.currentThread().isInterrupted()) {
          throw failed;
        }
        first = first == null ? failed : first;
      }
      if (!found.isEmpty()) {
        return List.copyOf(found.values());
      }
      if (clock.instant().isAfter(end)) {
        throw first == null ? tooSlow() : first;
      }
    }
    if (first != null
        && first.kind() != FaultKind.CALENDAR_GONE
        && first.code() != FaultCode.NOT_UNDERSTOOD) {
      throw first;
    }
    throw new RemoteFault(
        FaultKind.NOT_FOUND,
        "No calendar was found at this address. Enter the CalDAV address that the service names,"
            + " or that of one calendar.",
        null,
        first);
  }

  private void addFrom(HttpUrl start, Instant end, Map<String, RemoteCalendar> into)
      throws RemoteFault {
    WebDavAnswer there = at(start);
    if (there.status() == 403 && tellsBusyTimes(start)) {
      // Some say nothing else of such a calendar, not even that it is one (DAViCal).
      String id = CalDavFreeBusy.id(start);
      into.put(id, new RemoteCalendar(id, lastPart(start), null, null, false));
      return;
    }
    if (!there.isMultistatus()) {
      throw dav.fault(there.head());
    }
    for (HttpUrl home : homes(there)) {
      if (clock.instant().isAfter(end)) {
        throw tooSlow();
      }
      addCalendars(home, into);
    }
    // Calendars of others are seldom in one's own home.
    add(there, into);
  }

  private boolean tellsBusyTimes(HttpUrl place) {
    Instant now = clock.instant();
    try {
      new CalDavFreeBusy(dav, place).between(now, now.plusSeconds(1));
      return true;
    } catch (RemoteFault refused) {
      return false;
    }
  }

  private static String server(HttpUrl url) {
    return url.host() + ":" + url.port();
  }

  private static RemoteFault tooSlow() {
    return new RemoteFault(FaultCode.NO_ANSWER, "The calendar service did not answer in time.");
  }

  /// Returns where to begin, the likeliest first.
  private Set<HttpUrl> starts(String typed) throws RemoteFault {
    String text = typed.strip();
    if (!text.contains("@") || text.contains("/")) {
      HttpUrl url = TypedAddress.url(text);
      Set<HttpUrl> starts = new LinkedHashSet<>();
      if (Href.path(url).length() > 1) {
        starts.add(Href.canonical(url));
      }
      starts.add(Href.resolve(url, "/.well-known/caldav"));
      starts.add(Href.resolve(url, "/"));
      return starts;
    }
    return ofDomain(text.substring(text.lastIndexOf('@') + 1));
  }

  private Set<HttpUrl> ofDomain(String domain) throws RemoteFault {
    HttpUrl root = TypedAddress.url("https://" + domain + "/");
    Set<HttpUrl> starts = new LinkedHashSet<>();
    for (String scheme : new String[] {"https", "http"}) {
      String name = (scheme.equals("https") ? "_caldavs" : "_caldav") + "._tcp." + root.host();
      for (ServiceRecords.Server server : records.servers(name)) {
        String base = scheme + "://" + server.host() + ":" + server.port();
        String path = records.path(name);
        try {
          if (!path.isEmpty()) {
            starts.add(Href.resolve(HttpUrl.of(base), path));
          }
          starts.add(HttpUrl.of(base + "/.well-known/caldav"));
        } catch (IllegalArgumentException wrong) {
          // The next record may be better.
        }
      }
      if (!starts.isEmpty()) {
        return starts;
      }
    }
    starts.add(Href.resolve(root, "/.well-known/caldav"));
    starts.add(root);
    return starts;
  }

  private WebDavAnswer at(HttpUrl start) throws RemoteFault {
    List<QName> asked = new ArrayList<>(List.of(LISTED));
    asked.add(WebDavNames.PRINCIPAL);
    asked.add(WebDavNames.HOME_SET);
    return dav.propfind(start, 0, asked.toArray(QName[]::new));
  }

  /// Returns where calendars may be: where the place says, else the place itself.
  private Set<HttpUrl> homes(WebDavAnswer answer) throws RemoteFault {
    Set<HttpUrl> homes = new LinkedHashSet<>(hrefs(answer, WebDavNames.HOME_SET));
    for (Response response : answer.responses()) {
      Element principal = response.properties().get(WebDavNames.PRINCIPAL);
      if (principal != null && principal.child(WebDavNames.UNAUTHENTICATED) != null) {
        throw new RemoteFault(
            FaultCode.SIGN_IN_MISSING, "The calendar service wants a user and a password.");
      }
    }
    for (HttpUrl principal : hrefs(answer, WebDavNames.PRINCIPAL)) {
      WebDavAnswer said = dav.propfind(principal, 0, WebDavNames.HOME_SET);
      if (said.status() == 401) {
        throw dav.fault(said.head());
      }
      homes.addAll(hrefs(said, WebDavNames.HOME_SET));
    }
    if (homes.isEmpty()) {
      homes.add(Href.canonical(answer.head().url()));
    }
    return homes;
  }

  private static List<HttpUrl> hrefs(WebDavAnswer answer, QName property) {
    List<HttpUrl> hrefs = new ArrayList<>();
    for (Response response : answer.responses()) {
      Element element = response.properties().get(property);
      if (element == null) {
        continue;
      }
      for (Element href : element.children(WebDavNames.HREF).limit(MOST_HOMES).toList()) {
        try {
          hrefs.add(Href.resolve(answer.head().url(), href.text()));
        } catch (IllegalArgumentException leadsNowhere) {
          // The next one may not.
        }
      }
    }
    return hrefs;
  }

  private void addCalendars(HttpUrl home, Map<String, RemoteCalendar> into) throws RemoteFault {
    WebDavAnswer answer = dav.propfind(home, 1, LISTED);
    if (!answer.isMultistatus()) {
      throw dav.fault(answer.head());
    }
    add(answer, into);
  }

  private static void add(WebDavAnswer answer, Map<String, RemoteCalendar> into) {
    for (Response response : answer.responses()) {
      if (holdsEvents(response) && into.size() < MOST_CALENDARS) {
        RemoteCalendar calendar = calendar(response);
        into.putIfAbsent(calendar.id(), calendar);
      }
    }
  }

  private static boolean holdsEvents(Response response) {
    Element type = response.properties().get(WebDavNames.RESOURCE_TYPE);
    if (type == null || type.child(WebDavNames.CALENDAR) == null) {
      return false;
    }
    Element components = response.properties().get(WebDavNames.COMPONENTS);
    return components == null
        || components.children(VEVENTS).findAny().isEmpty()
        || components
            .children(VEVENTS)
            .anyMatch(component -> "VEVENT".equalsIgnoreCase(component.nameAttribute()));
  }

  private static RemoteCalendar calendar(Response response) {
    Element privileges = response.properties().get(WebDavNames.PRIVILEGES);
    boolean freeBusyOnly = isFreeBusyOnly(privileges);
    String name = response.text(WebDavNames.DISPLAY_NAME);
    return new RemoteCalendar(
        freeBusyOnly ? CalDavFreeBusy.id(response.url()) : response.url().toString(),
        name == null ? lastPart(response.url()) : name,
        color(response.text(WebDavNames.COLOR)),
        zone(response.text(WebDavNames.TIME_ZONE)),
        !freeBusyOnly && mayWrite(privileges));
  }

  private static String lastPart(HttpUrl url) {
    String path = url.uri().getPath().replaceFirst("/+$", "");
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static @Nullable String color(@Nullable String text) {
    return text != null && text.matches("#[0-9A-Fa-f]{6}([0-9A-Fa-f]{2})?")
        ? text.substring(0, 7).toLowerCase(Locale.ROOT)
        : null;
  }

  private static @Nullable ZoneId zone(@Nullable String text) {
    Matcher named = text == null ? null : ZONE.matcher(text);
    if (named == null || !named.find()) {
      return null;
    }
    EventZone found = new ZoneBook().find(named.group(1).strip());
    return found.rules() == null || !found.definition().isEmpty() ? null : ZoneId.of(found.name());
  }

  private static boolean isFreeBusyOnly(@Nullable Element privileges) {
    if (privileges == null) {
      return false;
    }
    Set<QName> may = privileges.below().map(Element::name).collect(Collectors.toSet());
    return may.contains(WebDavNames.READ_FREE_BUSY) && Collections.disjoint(may, READING);
  }

  /// A server that does not say may allow it; if not, it refuses.
  private static boolean mayWrite(@Nullable Element privileges) {
    return privileges == null || privileges.below().map(Element::name).anyMatch(WRITING::contains);
  }
}
