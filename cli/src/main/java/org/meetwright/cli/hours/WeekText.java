package org.meetwright.cli.hours;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.meetwright.core.schedule.LocalHours;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.api.model.schedule.ApiSchedule;

/// Weekly hours as text: `mon-fri 09:00-12:00,13:00-17:00; sat 10:00-12:00`, or `closed`.
public final class WeekText {
  /// One that works, for messages and help.
  public static final String EXAMPLE = "mon-fri 09:00-12:00,13:00-17:00; sat 10:00-12:00";

  /// What is never open.
  static final String CLOSED = "closed";

  private static final Pattern WORD = Pattern.compile("[^\\s,]+");

  private WeekText() {}

  /// A word of the text.
  ///
  /// @param at the place of its first character, counted from 1
  record Word(String text, int at) {
    InvalidValueException wrong(String why) {
      return new InvalidValueException(
          "",
          "must be weekly hours like "
              + EXAMPLE
              + "; "
              + InvalidValueException.shown(text)
              + " at character "
              + at
              + " "
              + why);
    }
  }

  /// Reads hours.
  ///
  /// @return by day and start
  /// @throws InvalidValueException if they are not as above; it says where
  public static List<ApiSchedule.Weekly> parse(String text) {
    if (text.strip().equalsIgnoreCase(CLOSED)) {
      return List.of();
    }
    Map<DayOfWeek, List<LocalHours>> week = new EnumMap<>(DayOfWeek.class);
    int at = 0;
    // A semicolon may also end the text.
    for (String entry : text.replaceFirst(";\\s*$", "").split(";", -1)) {
      read(words(entry, at), week, new Word(entry.strip(), at + 1));
      at += entry.length() + 1;
    }
    if (week.isEmpty()) {
      throw new Word(text.strip(), 1).wrong("has no hours; for none at all, say closed");
    }
    return toApi(week);
  }

  private static List<Word> words(String entry, int offset) {
    List<Word> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(entry);
    while (matcher.find()) {
      words.add(new Word(matcher.group(), offset + matcher.start() + 1));
    }
    return words;
  }

  private static void read(List<Word> words, Map<DayOfWeek, List<LocalHours>> week, Word entry) {
    List<Word> days = words.stream().takeWhile(word -> !beginsTime(word)).toList();
    List<Word> times = words.subList(days.size(), words.size());
    if (days.isEmpty() || times.isEmpty()) {
      throw entry.wrong(days.isEmpty() ? "has no day before its hours" : "has no hours");
    }
    List<DayOfWeek> open =
        days.stream().flatMap(word -> Days.parse(word).stream()).distinct().toList();
    for (Word word : times) {
      if (!beginsTime(word)) {
        throw word.wrong("stands after hours; put a semicolon before the days of other hours");
      }
      LocalHours hours = DayText.span(word);
      open.forEach(day -> add(week.computeIfAbsent(day, _ -> new ArrayList<>()), hours, day, word));
    }
  }

  private static boolean beginsTime(Word word) {
    return Character.isDigit(word.text().charAt(0));
  }

  private static void add(List<LocalHours> all, LocalHours added, DayOfWeek day, Word word) {
    for (LocalHours other : all) {
      if (added.startMinute() < other.endMinute() && other.startMinute() < added.endMinute()) {
        throw word.wrong("overlaps " + other + " on " + Days.name(day));
      }
    }
    all.add(added);
  }

  private static List<ApiSchedule.Weekly> toApi(Map<DayOfWeek, List<LocalHours>> week) {
    return week.entrySet().stream()
        .flatMap(
            day ->
                day.getValue().stream()
                    .sorted()
                    .map(
                        hours ->
                            new ApiSchedule.Weekly(
                                day.getKey().name(), hours.start(), hours.end())))
        .toList();
  }

  /// Writes hours, so that [#parse] reads the same.
  public static String print(List<ApiSchedule.Weekly> week) {
    Map<DayOfWeek, String> byDay = new EnumMap<>(DayOfWeek.class);
    week.stream()
        .sorted(Comparator.comparing(ApiSchedule.Weekly::start))
        .forEach(
            hours ->
                byDay.merge(
                    DayOfWeek.valueOf(hours.day()),
                    hours.start() + "-" + hours.end(),
                    (one, other) -> one + "," + other));
    Map<String, List<DayOfWeek>> byHours = new LinkedHashMap<>();
    byDay.forEach((day, hours) -> byHours.computeIfAbsent(hours, _ -> new ArrayList<>()).add(day));
    return byHours.isEmpty()
        ? CLOSED
        : byHours.entrySet().stream()
            .map(group -> Days.print(group.getValue()) + " " + group.getKey())
            .collect(Collectors.joining("; "));
  }
}
