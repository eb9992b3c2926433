package org.meetwright.desktop.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.WeekFields;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.meeting.Meeting;
import org.meetwright.desktop.session.Session;
import org.meetwright.desktop.task.Refresh;
import org.meetwright.desktop.task.Task;
import org.meetwright.desktop.task.Trouble;
import org.meetwright.desktop.text.Words;

/// The state of the calendar.
public final class CalendarViewModel {
  private final Session session;
  private final Refresh<Shown> refresh;
  private final Moving moving;
  private final Asking asking;
  private final ObjectProperty<Layout> layout = new SimpleObjectProperty<>(Layout.WEEK);
  private final ObjectProperty<LocalDate> day = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();
  private Runnable unlisten = () -> {};

  /// Creates it.
  public CalendarViewModel(Session session) {
    this.session = session;
    this.refresh =
        new Refresh<>(
            session.work(), words().get("calendar.loading"), this::task, this::show, trouble::set);
    this.moving = new Moving(session, refresh::ask);
    this.asking = new Asking(session, refresh::ask);
    day.set(session.today());
    shown.set(Shown.empty(first()));
    day.addListener(any -> turned());
    layout.addListener(any -> turned());
  }

  /// Loads, and keeps itself right from now on.
  public void shown() {
    unlisten.run();
    unlisten =
        session.whenever(
            type ->
                type.startsWith("booking.")
                    || type.equals("schedule.changed")
                    || type.startsWith("calendar."),
            refresh::ask);
    refresh.ask();
  }

  /// Asks for nothing from now on.
  public void hidden() {
    unlisten.run();
    unlisten = () -> {};
  }

  /// Returns the words to show.
  public Words words() {
    return session.words();
  }

  /// Returns the time.
  public Instant now() {
    return session.now();
  }

  /// Returns how much is shown.
  public ObjectProperty<Layout> layoutProperty() {
    return layout;
  }

  /// Returns the day that is looked at.
  public ObjectProperty<LocalDate> dayProperty() {
    return day;
  }

  /// Returns what is shown.
  public ReadOnlyObjectProperty<Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /// Returns why it could not load; null if it could.
  public ReadOnlyObjectProperty<@Nullable Trouble> troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /// Returns the meeting that is being moved.
  public Moving moving() {
    return moving;
  }

  /// Returns the empty time that is being asked about.
  public Asking asking() {
    return asking;
  }

  /// Returns the first day of a week.
  public DayOfWeek firstOfWeek() {
    return WeekFields.of(words().locale()).getFirstDayOfWeek();
  }

  /// Returns the first day that is to be shown.
  public LocalDate first() {
    return layout.get().first(day.get(), firstOfWeek());
  }

  /// Goes to today.
  public void today() {
    day.set(session.today());
  }

  /// Goes on.
  ///
  /// @param pages days, weeks or months; back if negative
  public void turn(int pages) {
    day.set(layout.get().turned(day.get(), pages));
  }

  private void turned() {
    moving.dismiss();
    asking.dismiss();
    refresh.ask();
  }

  private Task<Shown> task() {
    LocalDate from = first();
    int days = layout.get().days();
    return job -> Shown.load(session.client(), from, days, words());
  }

  private void show(Shown fresh) {
    trouble.set(null);
    if (fresh.first().equals(first()) && fresh.days() == layout.get().days()) {
      shown.set(fresh);
    }
  }

  /// Looks where a meeting can go.
  public void beginMove(Meeting meeting) {
    asking.dismiss();
    moving.begin(meeting, first(), layout.get().days());
  }

  /// Asks about an empty time.
  public void ask(Instant start, Duration length) {
    moving.dismiss();
    asking.begin(start, length, shown.get().types());
  }
}
