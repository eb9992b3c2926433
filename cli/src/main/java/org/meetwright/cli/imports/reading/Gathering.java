package org.meetwright.cli.imports.reading;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.meetwright.cli.program.Failure;
import org.meetwright.core.imports.ImportReport.Item;
import org.meetwright.core.imports.ImportReport.ItemKind;
import org.meetwright.core.imports.ImportReport.Outcome;
import org.meetwright.core.imports.ImportedData;
import org.meetwright.core.imports.ImportedEventType;
import org.meetwright.core.imports.ImportedHost;
import org.meetwright.core.imports.ImportedMeeting;
import org.meetwright.core.imports.ImportedSchedule;
import org.meetwright.core.value.InvalidValueException;

/// Gathers what is read from another service.
public final class Gathering {
  private final ZoneId zone;
  private final boolean zoneGiven;
  private final List<ImportedHost> hosts = new ArrayList<>();
  private final List<ImportedSchedule> schedules = new ArrayList<>();
  private final List<ImportedEventType> eventTypes = new ArrayList<>();
  private final List<ImportedMeeting> meetings = new ArrayList<>();
  private final List<Item> found = new ArrayList<>();

  /// Creates it, empty.
  ///
  /// @param zone of hosts and invitees of whom the service does not tell it
  /// @param zoneGiven whether the person who imports has said so
  public Gathering(ZoneId zone, boolean zoneGiven) {
    this.zone = zone;
    this.zoneGiven = zoneGiven;
  }

  /// Returns the zone of hosts and invitees of whom the service does not tell it.
  public ZoneId zone() {
    return zone;
  }

  /// Returns whether the person who imports has named a zone.
  public boolean zoneGiven() {
    return zoneGiven;
  }

  /// Returns the hosts so far.
  public List<ImportedHost> hosts() {
    return List.copyOf(hosts);
  }

  /// Adds a host, unless one of the key is there.
  public void add(ImportedHost host) {
    if (hosts.stream().noneMatch(known -> known.key().equals(host.key()))) {
      hosts.add(host);
    }
  }

  /// Adds a schedule.
  public void add(ImportedSchedule schedule) {
    schedules.add(schedule);
  }

  /// Adds an event type.
  public void add(ImportedEventType eventType) {
    eventTypes.add(eventType);
  }

  /// Adds a meeting.
  public void add(ImportedMeeting meeting) {
    meetings.add(meeting);
  }

  /// Does something that the rules here may refuse: then it is left out.
  public void attempt(ItemKind kind, String what, Runnable work) {
    try {
      work.run();
    } catch (InvalidValueException refused) {
      leftOut(kind, what, (refused.field() + " " + refused.getMessage()).strip());
    }
  }

  /// Notes what cannot be had here.
  public void leftOut(ItemKind kind, String what, String why) {
    found.add(new Item(kind, Outcome.LEFT_OUT, what, why));
  }

  /// Notes what will not be as it was.
  public void differs(ItemKind kind, String what, String why) {
    found.add(new Item(kind, Outcome.DIFFERS, what, why));
  }

  /// Returns all of it.
  ///
  /// @param source the word of the service
  /// @throws Failure if it is more than can be imported at once
  public ImportedData data(String source) {
    if (meetings.size() > ImportedData.MOST_MEETINGS) {
      throw new Failure(
          "These are "
              + meetings.size()
              + " meetings, and "
              + ImportedData.MOST_MEETINGS
              + " can be imported at once. Nothing was imported; import files, such as a year each,"
              + " one after the other.");
    }
    return new ImportedData(source, hosts, schedules, eventTypes, meetings, found);
  }
}
