package org.meetwright.server.calendar.webdav;

import java.util.Set;
import javax.xml.namespace.QName;

/// The names of WebDAV, CalDAV and their extensions.
public final class WebDavNames {
  /// The namespace of WebDAV.
  public static final String DAV = "DAV:";

  /// The namespace of CalDAV.
  public static final String CALDAV = "urn:ietf:params:xml:ns:caldav";

  private static final String SERVER = "http://calendarserver.org/ns/";
  private static final String APPLE = "http://apple.com/ns/ical/";

  /// What a resource is.
  public static final QName RESOURCE_TYPE = dav("resourcetype");

  /// What it is called.
  public static final QName DISPLAY_NAME = dav("displayname");

  /// Its entity tag.
  public static final QName ETAG = dav("getetag");

  /// An address.
  public static final QName HREF = dav("href");

  /// Who asks.
  public static final QName PRINCIPAL = dav("current-user-principal");

  /// Said instead of a principal where nobody has logged in.
  public static final QName UNAUTHENTICATED = dav("unauthenticated");

  /// What who asks may do.
  public static final QName PRIVILEGES = dav("current-user-privilege-set");

  /// May know when a calendar is busy, which whoever may read it may too (RFC 4791, 6.1.1).
  public static final QName READ_FREE_BUSY = caldav("read-free-busy");

  /// Stands for what a collection holds at a moment (RFC 6578).
  public static final QName SYNC_TOKEN = dav("sync-token");

  /// Where the calendars of someone are.
  public static final QName HOME_SET = caldav("calendar-home-set");

  /// The type of a calendar.
  public static final QName CALENDAR = caldav("calendar");

  /// What a calendar can hold.
  public static final QName COMPONENTS = caldav("supported-calendar-component-set");

  /// The zone of a calendar.
  public static final QName TIME_ZONE = caldav("calendar-timezone");

  /// An iCalendar object.
  public static final QName DATA = caldav("calendar-data");

  /// What a refusal says if another object has that UID; Cyrus says the second.
  public static final Set<QName> UID_CONFLICTS =
      Set.of(caldav("no-uid-conflict"), caldav("unique-scheduling-object-resource"));

  /// Changes with every change in a calendar.
  public static final QName CTAG = new QName(SERVER, "getctag");

  /// The colour of a calendar.
  public static final QName COLOR = new QName(APPLE, "calendar-color");

  private WebDavNames() {}

  /// Returns a name of WebDAV.
  public static QName dav(String local) {
    return new QName(DAV, local);
  }

  /// Returns a name of CalDAV.
  public static QName caldav(String local) {
    return new QName(CALDAV, local);
  }
}
