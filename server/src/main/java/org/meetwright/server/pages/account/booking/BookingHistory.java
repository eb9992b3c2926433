package org.meetwright.server.pages.account.booking;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingEvent;
import org.meetwright.core.booking.HistoryEntry;
import org.meetwright.server.pages.account.booking.BookingDetails.HistoryLine;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.text.TimeFormats;
import org.meetwright.server.text.Texts;

/// Writes down what was done to a booking.
record BookingHistory(AccountRequest asked, Booking booking, TimeFormats formats) {
  private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");

  /// What a hand-over says: the handles of both.
  private static final Pattern HANDED_OVER =
      Pattern.compile("from ([a-z0-9-]+(?:, [a-z0-9-]+)*) to ([a-z0-9-]+(?:, [a-z0-9-]+)*)");

  List<HistoryLine> lines(List<HistoryEntry> entries) {
    return entries.stream().map(this::line).toList();
  }

  /// Returns what was done since a version of the booking: each change raises it by one.
  List<HistoryLine> since(int version, List<HistoryEntry> entries) {
    int changes = Math.clamp((long) booking.version() - version, 0, entries.size());
    return lines(entries.subList(entries.size() - changes, entries.size()));
  }

  private HistoryLine line(HistoryEntry entry) {
    Texts words = asked.words();
    Matcher handedOver = HANDED_OVER.matcher(entry.detail());
    if (entry.event() == BookingEvent.RESCHEDULED && handedOver.matches()) {
      return new HistoryLine(
          time(entry.happenedAt()),
          words.get("history.handed_over", actor(entry, words))
              + words.colon()
              + handedOver.group(1)
              + " → "
              + handedOver.group(2),
          entry.reason());
    }
    boolean over = entry.detail().contains(", over the rules");
    String what =
        words.get("history." + entry.event().word(), actor(entry, words))
            + (over ? " (" + words.get("history.over") + ")" : "");
    List<String> times =
        INSTANT.matcher(entry.detail()).results().map(MatchResult::group).map(this::time).toList();
    return new HistoryLine(
        time(entry.happenedAt()),
        times.isEmpty() ? what : what + words.colon() + String.join(" → ", times),
        entry.reason());
  }

  private String time(String instant) {
    return time(Instant.parse(instant));
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
