package org.meetwright.cli.commands.tzdata;

import java.util.ArrayList;
import java.util.List;
import org.meetwright.core.booking.change.ToldTime;
import org.meetwright.core.booking.localtime.LocalTimes.Outcome;
import org.meetwright.core.booking.localtime.MovedBooking;

/// What `tzdata check` prints as JSON.
///
/// @param checked how many bookings to come were looked at
/// @param recorded how many of them had nothing to compare with before
/// @param moved how many are at another local time for someone
/// @param told whether people were told of them
/// @param bookings the first of those
record TzdataView(
    TimeZoneData timeZoneData,
    int checked,
    int recorded,
    int moved,
    boolean told,
    List<Moved> bookings) {

  /// A booking.
  ///
  /// @param start as an instant, which stays
  record Moved(String id, String eventType, String start, Invitee invitee, List<Host> hosts) {
    static Moved of(MovedBooking one) {
      return new Moved(
          one.id().toString(),
          one.eventTypeName(),
          one.start().toString(),
          Invitee.of(one),
          one.hosts().stream().map(host -> Host.of(host.handle(), host.time(), one)).toList());
    }

    /// Returns a row for each who reads another time.
    List<List<String>> rows() {
      List<List<String>> rows = new ArrayList<>();
      if (!invitee.told.equals(invitee.now)) {
        rows.add(row(invitee.name, invitee.timeZone, invitee.told, invitee.now));
      }
      for (Host host : hosts) {
        if (!host.told.equals(host.now)) {
          rows.add(row(host.handle, host.timeZone, host.told, host.now));
        }
      }
      return rows;
    }

    private List<String> row(String who, String zone, String told, String now) {
      return List.of(id, who, zone, told.replace('T', ' '), now.replace('T', ' '));
    }
  }

  /// @param told the local time that the invitee was told
  /// @param now what it is by the time-zone data of this program
  record Invitee(String name, String timeZone, String told, String now) {
    static Invitee of(MovedBooking one) {
      ToldTime time = one.invitee();
      return new Invitee(
          one.inviteeName(),
          time.zone().getId(),
          time.told(one.start()).toString(),
          time.now(one.start()).toString());
    }
  }

  /// @param told the local time that the host was told
  /// @param now what it is by the time-zone data of this program
  record Host(String handle, String timeZone, String told, String now) {
    static Host of(String handle, ToldTime time, MovedBooking one) {
      return new Host(
          handle,
          time.zone().getId(),
          time.told(one.start()).toString(),
          time.now(one.start()).toString());
    }
  }

  static TzdataView of(TimeZoneData data, Outcome outcome, boolean told, List<Moved> bookings) {
    return new TzdataView(
        data, outcome.checked(), outcome.recorded(), outcome.moved(), told, bookings);
  }
}
