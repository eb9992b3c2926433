package org.meetwright.desktop.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.meeting.Meeting;
import org.meetwright.desktop.session.Session;
import org.meetwright.desktop.task.Trouble;
import org.meetwright.desktop.text.Words;
import org.meetwright.server.api.model.booking.RescheduleRequest;
import org.meetwright.server.api.model.slot.SlotsQuery;

/// The meeting that is looked at, and where it is moved to. The times to which it can move are the
/// server's.
public final class Moving {
  private static final Duration NEAR = Duration.ofMinutes(45);

  private final Session session;
  private final Runnable changed;
  private final ReadOnlyObjectWrapper<@Nullable Meeting> meeting = new ReadOnlyObjectWrapper<>();
  private final ObservableList<Instant> free = FXCollections.observableArrayList();
  private final ObservableList<Instant> freeShown = FXCollections.unmodifiableObservableList(free);
  private final ReadOnlyObjectWrapper<@Nullable Instant> to = new ReadOnlyObjectWrapper<>();
  private @Nullable Instant dropped;
  private final StringProperty note = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Trouble> refused = new ReadOnlyObjectWrapper<>();

  Moving(Session session, Runnable changed) {
    this.session = session;
    this.changed = changed;
  }

  /// Returns the words to show.
  public Words words() {
    return session.words();
  }

  /// Returns the meeting; null if none is looked at.
  public ReadOnlyObjectProperty<@Nullable Meeting> meetingProperty() {
    return meeting.getReadOnlyProperty();
  }

  /// Returns when it could begin instead.
  public ObservableList<Instant> free() {
    return freeShown;
  }

  /// Returns where it is to be moved to; null while it stays.
  public ReadOnlyObjectProperty<@Nullable Instant> toProperty() {
    return to.getReadOnlyProperty();
  }

  /// Returns what the invitee is told.
  public StringProperty noteProperty() {
    return note;
  }

  /// Returns whether the server is being asked.
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /// Returns why it was not moved; null if it was.
  public ReadOnlyObjectProperty<@Nullable Trouble> refusedProperty() {
    return refused.getReadOnlyProperty();
  }

  void begin(Meeting begun, LocalDate first, int days) {
    Meeting before = meeting.get();
    if (before == null || !before.id().equals(begun.id())) {
      note.set("");
    }
    meeting.set(begun);
    to.set(null);
    dropped = null;
    refused.set(null);
    free.clear();
    SlotsQuery query =
        new SlotsQuery(
            first, first.plusDays(days - 1L), words().zone().getId(), null, null, "start");
    var _ =
        session
            .work()
            .run(
                "",
                job -> session.client().bookings().listBookingSlots(begun.id(), query),
                slots -> {
                  Meeting now = meeting.get();
                  if (now != null && now.id().equals(begun.id())) {
                    TreeSet<Instant> starts = new TreeSet<>();
                    slots
                        .starts()
                        .forEach(one -> starts.add(OffsetDateTime.parse(one).toInstant()));
                    starts.remove(begun.start());
                    free.setAll(starts);
                    Instant at = dropped;
                    if (at != null) {
                      drop(at);
                    }
                  }
                },
                refused::set);
  }

  /// Looks for the free time nearest to where it was dropped, and asks whether it is to go there.
  public void drop(Instant at) {
    dropped = at;
    free.stream()
        .filter(start -> Duration.between(start, at).abs().compareTo(NEAR) <= 0)
        .min(
            (one, other) ->
                Duration.between(one, at).abs().compareTo(Duration.between(other, at).abs()))
        .ifPresent(to::set);
  }

  /// Lets it stay.
  public void dismiss() {
    meeting.set(null);
    to.set(null);
    free.clear();
    refused.set(null);
  }

  /// Moves it; the invitee is told.
  public void move() {
    Meeting moved = meeting.get();
    Instant start = to.get();
    if (moved == null || start == null || busy.get()) {
      return;
    }
    busy.set(true);
    refused.set(null);
    @Nullable String told = note.get().isBlank() ? null : note.get().strip();
    var _ =
        session
            .work()
            .run(
                words().get("saving"),
                job ->
                    session
                        .client()
                        .bookings()
                        .rescheduleBooking(
                            moved.id(), new RescheduleRequest(start, told), moved.version()),
                after -> {
                  busy.set(false);
                  note.set("");
                  dismiss();
                  changed.run();
                },
                why -> {
                  busy.set(false);
                  refused.set(why);
                  changed.run();
                });
  }
}
