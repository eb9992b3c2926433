package org.meetwright.desktop.today;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.meeting.Meeting;
import org.meetwright.desktop.meeting.Status;
import org.meetwright.desktop.session.Session;
import org.meetwright.desktop.task.Refresh;
import org.meetwright.desktop.task.Trouble;
import org.meetwright.desktop.text.Words;

/// The state of the screen of the day.
public final class TodayViewModel {
  private final Session session;
  private final Refresh<Loaded> refresh;
  private final Requests requests;
  private final ObservableList<Meeting> day = FXCollections.observableArrayList();
  private final ObservableList<Meeting> dayShown = FXCollections.unmodifiableObservableList(day);
  private final ObservableList<HostProblem> problems = FXCollections.observableArrayList();
  private final ObservableList<HostProblem> problemsShown =
      FXCollections.unmodifiableObservableList(problems);
  private final ReadOnlyObjectWrapper<@Nullable Meeting> next = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper countdown = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Instant> now;
  private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Boolean> loaded = new ReadOnlyObjectWrapper<>(false);
  private List<Meeting> coming = List.of();
  private Runnable unlisten = () -> {};

  /// Creates it.
  public TodayViewModel(Session session) {
    this.session = session;
    this.now = new ReadOnlyObjectWrapper<>(session.now());
    this.refresh =
        new Refresh<>(
            session.work(),
            words().get("today.loading"),
            () -> {
              Instant asked = session.now();
              return job -> Loaded.from(session.client(), session.today(), asked);
            },
            this::show,
            trouble::set);
    this.requests = new Requests(session, refresh::ask);
  }

  /// Loads, and keeps itself right from now on.
  public void shown() {
    unlisten.run();
    unlisten =
        session.whenever(
            type -> type.startsWith("booking.") || type.startsWith("problem."), refresh::ask);
    refresh.ask();
  }

  /// Asks for nothing from now on.
  public void hidden() {
    unlisten.run();
    unlisten = () -> {};
  }

  /// Looks at the clock.
  public void tick() {
    now.set(session.now());
    tellNext();
  }

  /// Returns the words to show.
  public Words words() {
    return session.words();
  }

  /// Returns the date in words.
  public String date() {
    return words().fullDay(session.today());
  }

  /// Returns what waits for the host's answer.
  public Requests requests() {
    return requests;
  }

  /// Returns the meetings of the day, by start.
  public ObservableList<Meeting> day() {
    return dayShown;
  }

  /// Returns what does not work.
  public ObservableList<HostProblem> problems() {
    return problemsShown;
  }

  /// Returns the meeting that is on, or comes next; null if there is none.
  public ReadOnlyObjectProperty<@Nullable Meeting> nextProperty() {
    return next.getReadOnlyProperty();
  }

  /// Returns when that is, as seen from now.
  public ReadOnlyStringProperty countdownProperty() {
    return countdown.getReadOnlyProperty();
  }

  /// Returns the time.
  public ReadOnlyObjectProperty<Instant> nowProperty() {
    return now.getReadOnlyProperty();
  }

  /// Returns why the screen could not load; null if it could.
  public ReadOnlyObjectProperty<@Nullable Trouble> troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /// Returns whether anything has been loaded.
  public ReadOnlyObjectProperty<Boolean> loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  private void show(Loaded fresh) {
    trouble.set(null);
    coming = fresh.coming();
    List<Meeting> today =
        coming.stream()
            .filter(meeting -> words().date(meeting.start()).equals(session.today()))
            .toList();
    if (!day.equals(today)) {
      day.setAll(today);
    }
    List<HostProblem> now =
        fresh.problems().stream()
            .map(problem -> HostProblem.of(problem, session.links(), words()))
            .toList();
    if (!problems.equals(now)) {
      problems.setAll(now);
    }
    requests.show(fresh.requests());
    loaded.set(true);
    tick();
  }

  private void tellNext() {
    Instant at = now.get();
    @Nullable Meeting first =
        coming.stream()
            .filter(meeting -> meeting.status() == Status.CONFIRMED && meeting.end().isAfter(at))
            .findFirst()
            .orElse(null);
    if (!Objects.equals(first, next.get())) {
      next.set(first);
    }
    countdown.set(first == null ? "" : countdown(first, at));
  }

  private String countdown(Meeting meeting, Instant at) {
    if (!meeting.start().isAfter(at)) {
      return words().get("today.on", words().time(meeting.end()));
    }
    // Rounded up: in the last minute it is "in 1 min".
    Duration left = Duration.between(at, meeting.start()).plusSeconds(59);
    return words().date(meeting.start()).equals(session.today())
        ? words().get("today.in", words().length(left))
        : words().relativeDay(words().date(meeting.start()), session.today());
  }
}
