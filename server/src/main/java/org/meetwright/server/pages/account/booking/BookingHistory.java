package org.meetwright.server.pages.account.booking;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingEvent;
import org.meetwright.core.booking.HistoryEntry;
import org.meetwright.core.booking.change.HistoryDetail;
import org.meetwright.server.pages.account.booking.BookingDetails.HistoryLine;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.text.TimeFormats;
import org.meetwright.server.text.Texts;

/// Writes down what was done to a booking.
record BookingHistory(AccountRequest asked, Booking booking, TimeFormats formats) {
  List<HistoryLine> lines(List<HistoryEntry> entries) {
    return entries.stream().map(this::line).toList();
  }

  /// Returns what was done since a version of the booking: each change raises it by one.
  List<HistoryLine> since(int version, List<HistoryEntry> entries) {
    List<HistoryEntry> all =
        entries.stream().filter(entry -> entry.event() != BookingEvent.UNCHECKED).toList();
    int changes = Math.clamp((long) booking.version() - version, 0, all.size());
    return lines(all.subList(all.size() - changes, all.size()));
  }

  private HistoryLine line(HistoryEntry entry) {
    return new HistoryLine(time(entry.happenedAt()), what(entry), entry.reason());
  }

  private String what(HistoryEntry entry) {
    Texts words = asked.words();
    String actor = actor(entry, words);
    String event = words.get("history." + entry.event().word(), actor);
    return switch (HistoryDetail.read(entry.event(), entry.detail())) {
      case HistoryDetail.Booked(Instant start, _, List<String> waived) ->
          event
              + (waived.isEmpty() ? "" : " (" + words.get("history.over") + ")")
              + words.colon()
              + time(start);
      case HistoryDetail.Moved(Instant from, Instant to) ->
          event + words.colon() + time(from) + " → " + time(to);
      case HistoryDetail.HandedOver(List<String> from, List<String> to) ->
          words.get("history.handed_over", actor)
              + words.colon()
              + String.join(", ", from)
              + " → "
              + String.join(", ", to);
      case HistoryDetail.NotAsked(String calendars) -> event + words.colon() + calendars;
      case HistoryDetail.Other _ -> event;
    };
  }

  private String time(Instant instant) {
    return formats.fullDateAndTime(instant);
  }

  private String actor(HistoryEntry entry, Texts words) {
    return switch (Actor.valueOf(entry.actor().toUpperCase(Locale.ROOT))) {
      case INVITEE -> booking.invitee().name();
      case HOST -> entry.actorHandle() == null ? words.get("history.host") : entry.actorHandle();
      case ADMIN -> words.get("history.admin");
      case SYSTEM -> "Meetwright";
    };
  }
}
