package org.meetwright.desktop.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.live.Live;
import org.meetwright.desktop.session.Session;
import org.meetwright.desktop.task.Job;
import org.meetwright.desktop.task.Trouble;

/// The state of the window: which screen is shown, and how the server is.
public final class ShellViewModel {
  private final Session session;
  private final List<Place> places;
  private final Map<String, Screen> made = new HashMap<>();
  private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Screen> screen = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Job> job = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper absence = new ReadOnlyStringWrapper("");

  /// Creates it; [#open] shows the first screen.
  public ShellViewModel(Session session, List<Place> places) {
    this.session = session;
    this.places = List.copyOf(places);
    session.live().stateProperty().addListener(any -> tellAbsence());
    session.work().jobs().addListener((ListChangeListener<Job>) any -> tellJob());
  }

  /// Returns the entries of the sidebar.
  public List<Place> places() {
    return places;
  }

  /// Returns the session.
  public Session session() {
    return session;
  }

  /// Returns the entry that is shown.
  public ReadOnlyObjectProperty<Place> placeProperty() {
    return place.getReadOnlyProperty();
  }

  /// Returns the screen that is shown.
  public ReadOnlyObjectProperty<Screen> screenProperty() {
    return screen.getReadOnlyProperty();
  }

  /// Returns why the screen could not load; null if it could, or if the server is away, which is
  /// said already.
  public ReadOnlyObjectProperty<@Nullable Trouble> troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /// Returns what runs that is worth showing; null if nothing does.
  public ReadOnlyObjectProperty<@Nullable Job> jobProperty() {
    return job.getReadOnlyProperty();
  }

  /// Returns as of when the screens are, if the server is away; else empty.
  public ReadOnlyStringProperty absenceProperty() {
    return absence.getReadOnlyProperty();
  }

  /// Shows a screen.
  ///
  /// @param name of its place; the first one if there is none of that name
  public void open(String name) {
    go(
        places.stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElse(places.getFirst()));
  }

  /// Shows a screen.
  public void go(Place to) {
    if (to.equals(place.get())) {
      return;
    }
    leave();
    Screen shown = made.computeIfAbsent(to.name(), name -> make(to));
    place.set(to);
    screen.set(shown);
    shown.shown();
    tellTrouble();
  }

  private Screen make(Place made) {
    Screen fresh = made.screen().get();
    fresh.trouble().addListener((any, before, now) -> tellTrouble());
    return fresh;
  }

  /// Reads the screen anew.
  public void refresh() {
    session.live().hurry();
    screen.get().shown();
  }

  /// Leaves the screen: the window closes, or another session begins.
  public void leave() {
    if (screen.get() != null) {
      screen.get().hidden();
    }
  }

  private void tellTrouble() {
    @Nullable Trouble now = screen.get().trouble().getValue();
    boolean said =
        now != null && now.kind() == Trouble.Cause.UNREACHABLE && !absence.get().isEmpty();
    trouble.set(said ? null : now);
  }

  private void tellAbsence() {
    boolean away = session.live().stateProperty().get() == Live.State.BROKEN;
    absence.set(
        away
            ? session
                .words()
                .get("live.away", session.words().time(session.live().asOfProperty().get()))
            : "");
    if (screen.get() != null) {
      tellTrouble();
    }
  }

  private void tellJob() {
    job.set(
        session.work().jobs().stream()
            .filter(one -> !one.name().isEmpty())
            .findFirst()
            .orElse(null));
  }
}
