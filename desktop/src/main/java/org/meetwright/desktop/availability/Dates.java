package org.meetwright.desktop.availability;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.form.Form;
import org.meetwright.desktop.text.Words;
import org.meetwright.server.api.model.schedule.ApiSchedule;

/// What differs from the week: dates with hours of their own, public holidays, and travel.
public final class Dates {
  private static final Pattern SPAN =
      Pattern.compile("(\\d{1,2})(?::?(\\d\\d))?\\s*[-–—]\\s*(\\d{1,2})(?::?(\\d\\d))?");

  private final Words words;
  private final Runnable changed;
  private final Map<LocalDate, List<ApiSchedule.Hours>> overrides = new TreeMap<>();
  private final Set<String> except = new HashSet<>();
  private final Form form;
  private final ObjectProperty<LocalDate> date = new SimpleObjectProperty<>();
  private final ReadOnlyStringWrapper wrong = new ReadOnlyStringWrapper("");
  private final ObservableList<Holiday> holidays = FXCollections.observableArrayList();
  private boolean filling;

  /// A public holiday.
  ///
  /// @param id the same every year
  public record Holiday(String id, LocalDate date, String name) {}

  /// Creates it.
  ///
  /// @param changed called after each change
  Dates(Words words, LocalDate today, Runnable changed) {
    this.words = words;
    this.changed = changed;
    this.form = new Form(this::tell);
    date.set(today);
    date.addListener(any -> wrong.set(""));
  }

  private void tell() {
    if (!filling) {
      changed.run();
    }
  }

  /// Returns the words to show.
  public Words words() {
    return words;
  }

  /// Returns the date that is looked at.
  public ObjectProperty<LocalDate> dateProperty() {
    return date;
  }

  /// Returns what is wrong with the hours of that date; empty if nothing is.
  public ReadOnlyStringProperty wrongProperty() {
    return wrong.getReadOnlyProperty();
  }

  /// Returns the country and region of the holidays, and the rows of travel.
  public Form form() {
    return form;
  }

  /// Returns the holidays of the country, of this year and the next.
  public ObservableList<Holiday> holidays() {
    return holidays;
  }

  /// Returns the hours of a date; empty if they are those of the week.
  Optional<List<ApiSchedule.Hours>> of(LocalDate day) {
    return Optional.ofNullable(overrides.get(day));
  }

  /// Returns the hours of a date, as they are typed; empty if it has none of its own.
  public String typed(LocalDate day) {
    return String.join(
        ", ",
        of(day).orElse(List.of()).stream().map(one -> one.start() + "–" + one.end()).toList());
  }

  /// Returns the holiday on a date; empty if it is none, or does not count.
  public String holiday(LocalDate day) {
    return holidays.stream()
        .filter(holiday -> holiday.date().equals(day) && counts(holiday))
        .map(Holiday::name)
        .findFirst()
        .orElse("");
  }

  /// Returns whether a holiday counts.
  public boolean counts(Holiday holiday) {
    return !except.contains(holiday.id()) && !except.contains(holiday.date().toString());
  }

  /// Lets a holiday count, or not, every year.
  public void count(Holiday holiday, boolean counts) {
    if (counts) {
      except.remove(holiday.id());
      except.remove(holiday.date().toString());
    } else {
      except.add(holiday.id());
    }
    changed.run();
  }

  /// Closes the date that is looked at.
  public void off() {
    overrides.put(date.get(), List.of());
    wrong.set("");
    changed.run();
  }

  /// Gives the date that is looked at the hours of the week again.
  public void asTheWeek() {
    overrides.remove(date.get());
    wrong.set("");
    changed.run();
  }

  /// Gives the date that is looked at hours of its own.
  ///
  /// @param typed spans such as `9:00–12:30, 14–17`
  public void open(String typed) {
    List<ApiSchedule.Hours> hours = new ArrayList<>();
    for (String one : List.of(typed.split("[,;،、]", -1))) {
      Matcher span = SPAN.matcher(one.strip());
      if (!span.matches()) {
        wrong.set(words.get("dates.wrong"));
        return;
      }
      int start = minutes(span.group(1), span.group(2));
      int end = minutes(span.group(3), span.group(4));
      if (start >= end || end > Week.DAY) {
        wrong.set(words.page("hours.wrong.order"));
        return;
      }
      hours.add(new ApiSchedule.Hours(Week.text(start), Week.text(end)));
    }
    wrong.set("");
    overrides.put(date.get(), hours);
    changed.run();
  }

  private static int minutes(String hours, @Nullable String minutes) {
    return Integer.parseInt(hours) * 60 + (minutes == null ? 0 : Integer.parseInt(minutes));
  }

  void fill(@Nullable ApiSchedule schedule) {
    filling = true;
    overrides.clear();
    except.clear();
    form.rows("travel").clear();
    if (schedule != null) {
      schedule.overrides().forEach(one -> overrides.put(one.date(), one.intervals()));
      ApiSchedule.Holidays closed = schedule.holidays();
      form.text("country").set(closed == null ? "" : closed.country());
      form.text("region").set(closed == null || closed.region() == null ? "" : closed.region());
      if (closed != null && closed.except() != null) {
        except.addAll(closed.except());
      }
      schedule
          .travel()
          .forEach(
              one -> {
                Form row = form.add("travel");
                row.text("from").set(one.from().toString());
                row.text("to").set(one.to().toString());
                row.text("zone").set(one.timeZone());
              });
    }
    form.forgive();
    filling = false;
  }

  /// Says what is wrong with the travel.
  ///
  /// @return whether nothing is
  boolean check() {
    form.forgive();
    for (Form row : form.rows("travel")) {
      if (row.value("from").isEmpty()
          || row.value("to").isEmpty()
          || row.value("to").compareTo(row.value("from")) < 0) {
        row.say("to", words.page("away.wrong.dates"));
      }
      try {
        var _ = ZoneId.of(row.value("zone"));
      } catch (DateTimeException noZone) {
        row.say("zone", words.page("away.wrong.zone", row.value("zone")));
      }
    }
    return !form.isWrong();
  }

  List<ApiSchedule.OverrideDate> overrides() {
    return overrides.entrySet().stream()
        .map(one -> new ApiSchedule.OverrideDate(one.getKey(), one.getValue()))
        .toList();
  }

  ApiSchedule.@Nullable Holidays closed() {
    String country = form.value("country");
    return country.isEmpty()
        ? null
        : new ApiSchedule.Holidays(
            country, form.valueOrNull("region"), except.stream().sorted().toList());
  }

  List<ApiSchedule.Travel> travel() {
    return form.rows("travel").stream()
        .map(
            row ->
                new ApiSchedule.Travel(
                    LocalDate.parse(row.value("from")),
                    LocalDate.parse(row.value("to")),
                    row.value("zone")))
        .toList();
  }

  /// Returns all that is typed, to compare it with what is typed later.
  Map<String, Object> state() {
    Map<String, Object> state = new HashMap<>(form.state());
    state.put("overrides", Map.copyOf(overrides));
    state.put("except", Set.copyOf(except));
    return state;
  }
}
