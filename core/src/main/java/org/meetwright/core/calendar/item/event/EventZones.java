package org.meetwright.core.calendar.item.event;

import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.Set;
import java.util.TreeSet;
import org.meetwright.core.calendar.item.line.IcsLine;
import org.meetwright.core.calendar.item.zone.EventZone;
import org.meetwright.core.calendar.item.zone.ZoneBook;

/// The zones of a calendar's events, and the names among them that nobody knows.
public final class EventZones {
  private final ZoneBook book;
  private final ZoneRules own;
  private final Set<String> unknown = new TreeSet<>();

  /// Creates the zones.
  ///
  /// @param own the calendar's: for days, times without a zone and unknown zones
  public EventZones(ZoneBook book, ZoneId own) {
    this.book = book;
    this.own = own.getRules();
  }

  /// Returns the names that were asked for and are not known.
  public Set<String> unknown() {
    return unknown;
  }

  ZoneRules own() {
    return own;
  }

  ZoneRules find(String name) {
    EventZone zone = book.find(IcsLine.plain(name));
    if (zone.rules() == null) {
      unknown.add(zone.name());
      return own;
    }
    return zone.rules();
  }
}
