package org.meetwright.server.pages.account.hours;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.account.changes.ChangesView;
import org.meetwright.server.pages.account.hours.away.AwayView;
import org.meetwright.server.pages.account.request.AccountFrame;
import org.meetwright.server.pages.text.ZoneChoice;

/// The page on which a schedule is changed.
///
/// Wide: the template reads each of them by its name.
///
/// @param title its name as it is kept
/// @param action where its form goes
/// @param form what stands in it
/// @param days in the order of the visitor's week
/// @param zones to choose from
/// @param fixed whether it is the default schedule, and stays so
/// @param rows the dates that differ
/// @param away holidays and travel
/// @param changes what would change; null if that is not asked
/// @param errors what is wrong, by field
/// @param focus the id of what is to be looked at first; empty for the page's beginning
public record ScheduleView(
    AccountFrame frame,
    String title,
    String action,
    ScheduleForm form,
    List<Day> days,
    ZoneChoice zones,
    boolean fixed,
    List<Row> rows,
    AwayView away,
    @Nullable ChangesView changes,
    Map<String, String> errors,
    String focus) {

  /// A day of the week.
  public record Day(String id, String name, List<Row> rows) {}

  /// A row of the form.
  ///
  /// @param date the date that differs; empty in a day of the week
  /// @param error what is wrong with it; null if nothing is
  public record Row(
      String id, String date, String from, String to, String remove, @Nullable String error) {}

  /// Returns what is wrong with a field; null if nothing is.
  public @Nullable String error(String field) {
    return errors.get(field);
  }

  /// Returns what a row of a date is called.
  public String label(Row row) {
    return row.date().isEmpty() ? frame.words().get("hours.newDate") : row.date();
  }

  /// Returns what was typed as the name.
  public String name() {
    return form.name();
  }

  /// Returns the first date that can be typed.
  public String since() {
    return form.since();
  }

  /// Returns the last date that can be typed; empty if there is none.
  public String until() {
    return form.until();
  }

  /// Returns whether it is to become the default schedule.
  public boolean isDefault() {
    return form.isDefault();
  }
}
