package org.meetwright.server.pages.picker;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.text.TimeFormats;
import org.meetwright.server.text.Texts;

/// The times of one day that can be booked.
public record DayTimes(String title, List<Time> times) {

  /// One time.
  ///
  /// @param label the time of day; with the offset where clocks show it twice that day
  /// @param name what is read out: the time of day, the seats and the date
  /// @param seats how many seats are left, in words; null unless invitees share the meeting
  public record Time(String label, String name, String href, @Nullable String seats) {}

  static DayTimes of(
      LocalDate date,
      List<FreeTime> free,
      String path,
      Choice choice,
      TimeFormats formats,
      Texts texts) {
    Map<String, Integer> often = new HashMap<>();
    free.forEach(time -> often.merge(formats.time(time.start()), 1, Integer::sum));
    String day = formats.day(date);
    List<Time> times =
        free.stream()
            .map(
                one -> {
                  Instant start = one.start();
                  String time = formats.time(start);
                  boolean twice = often.getOrDefault(time, 0) > 1;
                  String label = twice ? time + " " + formats.offset(start) : time;
                  String href = choice.withStart(date, start).on(path);
                  Integer left = one.seatsLeft();
                  if (left == null) {
                    return new Time(label, label + ", " + day, href, null);
                  }
                  String seats = texts.get("times.seats", left);
                  // Begins with what is seen, for those who speak to their browser (WCAG 2.5.3).
                  return new Time(label, label + " " + seats + ", " + day, href, seats);
                })
            .toList();
    return new DayTimes(day, times);
  }
}
