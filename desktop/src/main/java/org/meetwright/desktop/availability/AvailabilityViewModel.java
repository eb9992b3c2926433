package org.meetwright.desktop.availability;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.change.Changes;
import org.meetwright.desktop.session.Session;
import org.meetwright.desktop.task.Refresh;
import org.meetwright.desktop.task.Task;
import org.meetwright.desktop.task.Trouble;
import org.meetwright.desktop.text.Words;
import org.meetwright.server.api.model.preview.ApiPreviewRequest;
import org.meetwright.server.api.model.schedule.ApiSchedule;
import org.meetwright.server.api.model.schedule.ScheduleRequest;

/// The state of the screen of when a host can be met: the week of a schedule, as it is painted.
public final class AvailabilityViewModel {
  private static final int LOOK_DAYS = 28;
  private static final int MOST_UNDONE = 100;

  private final Session session;
  private final Refresh<List<ApiSchedule>> refresh;
  private final Refresh<Changes> preview;
  private final ObservableList<ApiSchedule> loaded = FXCollections.observableArrayList();
  private final ObservableList<String> names = FXCollections.observableArrayList();
  private final ObservableList<String> namesShown = FXCollections.unmodifiableObservableList(names);
  private final ObjectProperty<@Nullable String> name = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<@Nullable ApiSchedule> saved = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Week> week = new ReadOnlyObjectWrapper<>(Week.of(List.of()));
  private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Changes> changes = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Trouble> refused = new ReadOnlyObjectWrapper<>();
  private final Deque<Week> before = new ArrayDeque<>();
  private final Dates dates;
  private final HolidayChoices holidays;
  private final AbsenceList absences;
  private Map<String, Object> savedDates = Map.of();
  private Runnable unlisten = () -> {};

  /// Creates it.
  public AvailabilityViewModel(Session session) {
    this.session = session;
    this.refresh =
        new Refresh<>(
            session.work(),
            words().get("availability.loading"),
            () -> job -> session.client().schedules().listSchedules(),
            this::show,
            trouble::set);
    this.preview =
        new Refresh<>(session.work(), "", this::previewing, this::tell, why -> changes.set(null));
    this.dates = new Dates(words(), session.today(), this::look);
    this.holidays = new HolidayChoices(session, dates);
    this.absences = new AbsenceList(session);
    name.addListener((any, was, now) -> choose(now));
  }

  /// Returns what differs from the week.
  public Dates dates() {
    return dates;
  }

  /// Returns the countries, regions and holidays that can be chosen.
  public HolidayChoices holidays() {
    return holidays;
  }

  /// Returns the host's absences.
  public AbsenceList absences() {
    return absences;
  }

  /// Returns today's date.
  public LocalDate today() {
    return session.today();
  }

  /// Loads, and keeps itself right from now on.
  public void shown() {
    unlisten.run();
    unlisten =
        session.whenever(
            type -> type.equals("schedule.changed"),
            () -> {
              refresh.ask();
              absences.refresh();
            });
    refresh.ask();
    absences.refresh();
    holidays.load();
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

  /// Returns the names of the schedules.
  public ObservableList<String> names() {
    return namesShown;
  }

  /// Returns the name of the schedule that is shown.
  public ObjectProperty<@Nullable String> nameProperty() {
    return name;
  }

  /// Returns the zone of the schedule that is shown; empty while none is.
  public String zone() {
    ApiSchedule shown = saved.get();
    return shown == null ? "" : shown.timeZone().replace('_', ' ');
  }

  /// Returns the week as it is painted.
  public ReadOnlyObjectProperty<Week> weekProperty() {
    return week.getReadOnlyProperty();
  }

  /// Returns whether it is not saved.
  public ReadOnlyBooleanProperty changedProperty() {
    return changed.getReadOnlyProperty();
  }

  /// Returns whether it is being saved.
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /// Returns what would follow from saving; null while nobody knows.
  public ReadOnlyObjectProperty<@Nullable Changes> changesProperty() {
    return changes.getReadOnlyProperty();
  }

  /// Returns why the schedules could not load; null if they could.
  public ReadOnlyObjectProperty<@Nullable Trouble> troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /// Returns why the week was not saved; null if it was.
  public ReadOnlyObjectProperty<@Nullable Trouble> refusedProperty() {
    return refused.getReadOnlyProperty();
  }

  /// Opens or closes a span of a day.
  public void paint(DayOfWeek day, Week.Span span, boolean open) {
    set(week.get().painted(day, span, open));
  }

  /// Gives other days the hours of a day.
  public void copy(DayOfWeek from, Collection<DayOfWeek> to) {
    set(week.get().copied(from, to));
  }

  /// Takes the last change back.
  public void undo() {
    if (!before.isEmpty()) {
      week.set(before.pop());
      look();
    }
  }

  /// Takes all changes back.
  public void discard() {
    before.clear();
    week.set(savedWeek());
    dates.fill(saved.get());
    savedDates = dates.state();
    holidays.look();
    look();
  }

  /// Saves the week, and what differs from it.
  public void save() {
    ApiSchedule shown = saved.get();
    if (shown == null || busy.get() || !dates.check()) {
      return;
    }
    busy.set(true);
    refused.set(null);
    ScheduleRequest request = request(shown);
    var _ =
        session
            .work()
            .run(
                words().get("saving"),
                job -> session.client().schedules().replaceSchedule(shown.id(), request),
                this::saved,
                why -> {
                  busy.set(false);
                  refused.set(why);
                });
  }

  private void saved(ApiSchedule fresh) {
    busy.set(false);
    saved.set(fresh);
    before.clear();
    savedDates = dates.state();
    look();
    refresh.ask();
  }

  private void set(Week painted) {
    if (saved.get() == null || painted.equals(week.get())) {
      return;
    }
    before.push(week.get());
    if (before.size() > MOST_UNDONE) {
      before.removeLast();
    }
    week.set(painted);
    look();
  }

  private Week savedWeek() {
    ApiSchedule shown = saved.get();
    return shown == null ? Week.of(List.of()) : Week.of(shown.weeklyHours());
  }

  /// Compares with what is saved, and has the server tell what would follow.
  private void look() {
    changed.set(!week.get().equals(savedWeek()) || !dates.state().equals(savedDates));
    changes.set(null);
    if (changed.get() && dates.check()) {
      preview.ask();
    }
  }

  private Task<Changes> previewing() {
    ApiSchedule shown = Objects.requireNonNull(saved.get());
    ApiPreviewRequest request =
        new ApiPreviewRequest(
            request(shown),
            null,
            null,
            session.today(),
            session.today().plusDays(LOOK_DAYS),
            words().zone().getId());
    return job -> Changes.of(session.client().schedules().preview(request), words());
  }

  private void tell(Changes fresh) {
    changes.set(changed.get() ? fresh : null);
  }

  private ScheduleRequest request(ApiSchedule shown) {
    return new ScheduleRequest(
        shown.id(),
        shown.name(),
        shown.timeZone(),
        shown.isDefault(),
        week.get().hours(),
        dates.overrides(),
        dates.closed(),
        dates.travel());
  }

  /// Shows what the server has; a week that is being painted stays.
  private void show(List<ApiSchedule> fresh) {
    trouble.set(null);
    loaded.setAll(fresh);
    List<String> now = fresh.stream().map(ApiSchedule::name).toList();
    if (!names.equals(now)) {
      names.setAll(now);
    }
    if (!now.contains(name.get())) {
      name.set(
          fresh.stream()
              .filter(ApiSchedule::isDefault)
              .findFirst()
              .map(ApiSchedule::name)
              .orElse(null));
    } else if (!changed.get()) {
      choose(name.get());
    }
  }

  private void choose(@Nullable String chosen) {
    saved.set(
        loaded.stream()
            .filter(schedule -> schedule.name().equals(chosen))
            .findFirst()
            .orElse(null));
    discard();
  }
}
