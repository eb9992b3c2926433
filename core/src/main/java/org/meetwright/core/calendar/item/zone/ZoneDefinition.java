package org.meetwright.core.calendar.item.zone;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.item.line.IcsLine;

/// A `VTIMEZONE`: a calendar's own description of a zone.
public final class ZoneDefinition {
  private static final int MOST_LINES = 300;

  private final String name;
  private final String location;
  private final List<String> lines;

  private ZoneDefinition(String name, String location, List<String> lines) {
    this.name = name;
    this.location = location;
    this.lines = lines;
  }

  /// Reads the lines between `BEGIN:VTIMEZONE` and `END:VTIMEZONE`; null if they have no name.
  public static @Nullable ZoneDefinition read(List<String> lines) {
    String name = "";
    String location = "";
    List<String> kept = new ArrayList<>();
    for (String text : lines.subList(0, Math.min(lines.size(), MOST_LINES))) {
      IcsLine line = IcsLine.parse(text);
      switch (line == null ? "" : line.name()) {
        case "TZID" -> name = line == null ? "" : line.plain();
        case "X-LIC-LOCATION" -> location = line == null ? "" : line.value();
        case "BEGIN", "END", "DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE", "RDATE" ->
            kept.add(text);
        default -> {}
      }
    }
    return name.isEmpty() ? null : new ZoneDefinition(name, location, kept);
  }

  /// Returns the name by which events mean it.
  public String name() {
    return name;
  }

  /// Returns the zone of the IANA database that it says to be; null if it says none.
  @Nullable ZoneId location() {
    return location.isEmpty() ? null : ZoneAliases.known(location);
  }

  /// Returns its lines, only those that matter.
  String text() {
    StringBuilder text = new StringBuilder("BEGIN:VTIMEZONE\nTZID:");
    text.append(name.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")).append('\n');
    lines.forEach(line -> text.append(line).append('\n'));
    return text.append("END:VTIMEZONE\n").toString();
  }

  /// Returns what its observances say; null if that can't be understood.
  @Nullable ZoneRules rules() {
    try {
      return rules(Observance.read(lines));
    } catch (DateTimeException | IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable ZoneRules rules(List<Observance> observances) {
    TreeMap<Long, Observance> onsets = new TreeMap<>();
    for (Observance observance : observances) {
      observance.onsets().forEach(onset -> onsets.put(onset, observance));
    }
    if (onsets.isEmpty()) {
      return null;
    }
    ZoneOffset first = onsets.firstEntry().getValue().from();
    ZoneOffset before = first;
    List<ZoneOffsetTransition> transitions = new ArrayList<>();
    for (Map.Entry<Long, Observance> onset : onsets.entrySet()) {
      ZoneOffset after = onset.getValue().to();
      if (!before.equals(after)) {
        LocalDateTime local = LocalDateTime.ofEpochSecond(onset.getKey(), 0, before);
        transitions.add(ZoneOffsetTransition.of(local, before, after));
        before = after;
      }
    }
    return ZoneRules.of(first, first, List.of(), transitions, List.of());
  }
}
