package org.meetwright.server.pages.picker;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.meetwright.server.pages.text.TimeFormats;

/// The times of one day that can be booked.
public record DayTimes(String title, List<Time> times) {

  /// One time.
  ///
  /// @param label the time of day; with the offset where clocks show it twice that day
  /// @param name what is read out: the time of day and the date
  public record Time(String label, String name, String href) {}

  static DayTimes of(
      LocalDate date, List<Instant> starts, String path, Choice choice, TimeFormats formats) {
    Map<String, Integer> often = new HashMap<>();
    starts.forEach(start -> often.merge(formats.time(start), 1, Integer::sum));
    String day = formats.day(date);
    List<Time> times =
        starts.stream()
            .map(
                start -> {
                  String time = formats.time(start);
                  boolean twice = often.getOrDefault(time, 0) > 1;
                  String label = twice ? time + " " + formats.offset(start) : time;
                  String href = choice.withStart(date, start).on(path);
                  return new Time(label, label + ", " + day, href);
                })
            .toList();
    return new DayTimes(day, times);
  }
}
