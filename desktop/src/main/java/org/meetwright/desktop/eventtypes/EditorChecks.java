package org.meetwright.desktop.eventtypes;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.meetwright.desktop.form.Form;
import org.meetwright.desktop.task.Trouble;
import org.meetwright.desktop.text.Words;

/// Says what is wrong with an event type while it is typed, in the host's language; all else the
/// server says.
final class EditorChecks {
  private static final int LONGEST_NAME = 100;
  private static final int MINUTES_OF_A_DAY = 24 * 60;
  private static final int MINUTES_OF_A_YEAR = 365 * MINUTES_OF_A_DAY;
  private static final int MINUTES_OF_FOUR_WEEKS = 28 * MINUTES_OF_A_DAY;
  private static final int MOST = 1000;

  /// The numbers, and their bounds as the API documents them.
  private static final List<Bound> BOUNDS =
      List.of(
          new Bound("stepMinutes", 1, MINUTES_OF_A_DAY),
          new Bound("bufferBeforeMinutes", 0, MINUTES_OF_A_DAY),
          new Bound("bufferAfterMinutes", 0, MINUTES_OF_A_DAY),
          new Bound("minimumNoticeMinutes", 0, MINUTES_OF_A_YEAR),
          new Bound("maxPerDay", 1, MOST),
          new Bound("maxPerWeek", 1, MOST),
          new Bound("maxPerMonth", 1, MOST),
          new Bound("maxActivePerInvitee", 1, MOST),
          new Bound("seats", 1, MOST),
          new Bound("cancellationPolicy.noticeMinutes", 0, MINUTES_OF_A_YEAR),
          new Bound("reschedulePolicy.noticeMinutes", 0, MINUTES_OF_A_YEAR),
          new Bound("followUpMinutes", 0, MINUTES_OF_FOUR_WEEKS));

  /// What the server refuses, by the last name of the field.
  private static final Map<String, String> REFUSED =
      Map.ofEntries(
          Map.entry("slug", "type.wrong.slugTaken"),
          Map.entry("description", "type.wrong.description"),
          Map.entry("color", "type.wrong.color"),
          Map.entry("durationsMinutes", "type.wrong.durationsMinutes"),
          Map.entry("to", "type.wrong.to"),
          Map.entry("locations", "type.wrong.locations"),
          Map.entry("label", "type.wrong.label"),
          Map.entry("options", "type.wrong.options"),
          Map.entry("scheduleId", "type.wrong.scheduleId"),
          Map.entry("team", "type.wrong.scheduleId"),
          Map.entry("redirectUrl", "type.wrong.redirectUrl"));

  /// A whole number.
  ///
  /// @param least inclusive
  /// @param most inclusive
  private record Bound(String field, int least, int most) {}

  private EditorChecks() {}

  /// Says what is wrong, and nothing else.
  ///
  /// @return whether the server can be asked
  static boolean check(Form form, Words words) {
    form.forgive();
    if (form.value("name").isEmpty() || form.value("name").length() > LONGEST_NAME) {
      form.say("name", words.page("type.wrong.name"));
    }
    if (!form.value("slug").matches("(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*")) {
      form.say("slug", words.page("type.wrong.slug"));
    }
    number(form, words, new Bound("durationMinutes", 1, MINUTES_OF_A_DAY));
    for (Bound bound : BOUNDS) {
      if (!form.value(bound.field()).isEmpty()) {
        number(form, words, bound);
      }
    }
    window(form, words);
    if (form.value("guests").equals("atOnce") && !fits(form, new Bound("guestsAtOnce", 1, 10))) {
      form.say("guestsAtOnce", words.page("type.wrong.guestsAtOnce"));
    }
    for (Form row : form.rows("reminderMinutes")) {
      number(row, words, new Bound("", 1, MINUTES_OF_FOUR_WEEKS));
    }
    texts(form, words);
    return !form.isWrong();
  }

  private static void window(Form form, Words words) {
    switch (form.value("bookingWindow.kind")) {
      case "rolling" -> number(form, words, new Bound("bookingWindow.days", 0, 3650));
      case "dates" -> {
        if (form.value("bookingWindow.from").isEmpty()
            || form.value("bookingWindow.to").isEmpty()) {
          form.say("bookingWindow.to", words.page("type.wrong.to"));
        }
      }
      default -> {
        // Nothing is asked.
      }
    }
  }

  private static void texts(Form form, Words words) {
    Set<String> seen = new HashSet<>();
    for (Form row : form.rows("texts")) {
      if (!seen.add(row.value("place") + " " + row.value("language"))) {
        row.say("text", words.page("type.wrong.textTwice"));
      }
    }
  }

  private static void number(Form form, Words words, Bound bound) {
    if (!fits(form, bound)) {
      form.say(
          bound.field(),
          bound.most() > MINUTES_OF_A_DAY && !bound.field().endsWith("days")
              ? words.page("type.wrong.amount", bound.most() / MINUTES_OF_A_DAY)
              : words.page("type.wrong.number", bound.least(), bound.most()));
    }
  }

  private static boolean fits(Form form, Bound bound) {
    Integer number = EventTypeFields.number(form, bound.field());
    return number != null && number >= bound.least() && number <= bound.most();
  }

  /// Says at its fields what the server has refused.
  ///
  /// @return whether each has a field
  static boolean refuse(Form form, Words words, Trouble why) {
    boolean all = !why.fields().isEmpty();
    for (Map.Entry<String, String> one : why.fields().entrySet()) {
      String field = one.getKey().replaceFirst("^eventType\\.", "");
      all &= form.refuse(field, said(field, one.getValue(), words));
    }
    return all;
  }

  private static String said(String field, String message, Words words) {
    if (field.startsWith("texts")) {
      return words.page("type.wrong.text");
    }
    if (field.startsWith("locations[")) {
      return message.contains("{random}")
          ? words.page("type.wrong.pattern", "{random}")
          : words.page(message.contains("http") ? "type.wrong.link" : "type.wrong.location");
    }
    String key = REFUSED.get(field.substring(field.lastIndexOf('.') + 1).replaceAll("\\[.*", ""));
    return key == null ? message : words.page(key);
  }
}
