package org.meetwright.desktop.guide;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.meetwright.desktop.text.Words;
import org.meetwright.server.api.model.slot.ApiSlots;

/// The first days that have times.
final class PreviewDays {
  private static final int MOST_DAYS = 3;
  private static final int MOST_TIMES = 4;

  private PreviewDays() {}

  static List<GuideViewModel.Preview.Day> of(ApiSlots slots, Words words) {
    Map<String, List<String>> days = new LinkedHashMap<>();
    for (var slot : slots.slots()) {
      OffsetDateTime start = OffsetDateTime.parse(slot.start());
      List<String> times =
          days.computeIfAbsent(
              words.shortDay(words.date(start.toInstant())), day -> new ArrayList<>());
      if (times.size() < MOST_TIMES) {
        times.add(words.time(start.toInstant()));
      }
    }
    return days.entrySet().stream()
        .limit(MOST_DAYS)
        .map(day -> new GuideViewModel.Preview.Day(day.getKey(), List.copyOf(day.getValue())))
        .toList();
  }
}
