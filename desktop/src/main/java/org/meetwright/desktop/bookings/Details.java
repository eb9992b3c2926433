package org.meetwright.desktop.bookings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.meeting.Meeting;
import org.meetwright.desktop.session.Session;
import org.meetwright.desktop.task.Trouble;
import org.meetwright.desktop.text.Words;
import org.meetwright.server.api.model.booking.ApiBooking;
import org.meetwright.server.api.model.booking.ReasonRequest;
import org.meetwright.server.api.model.booking.RescheduleRequest;
import org.meetwright.server.api.model.slot.SlotsQuery;
import org.meetwright.server.client.ApiClient;

/// The booking that is looked at, and what the host does to it.
public final class Details {
  /// Details tell times as the server has them.
  private static final Pattern INSTANTS =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");

  private final Session session;
  private final Map<UUID, String> questions;
  private final Runnable changed;
  private final ReadOnlyObjectWrapper<@Nullable Meeting> meeting = new ReadOnlyObjectWrapper<>();
  private final ObservableList<Action> possible = FXCollections.observableArrayList();
  private final ObservableList<Action> possibleShown =
      FXCollections.unmodifiableObservableList(possible);
  private final ObservableList<HistoryLine> history = FXCollections.observableArrayList();
  private final ObservableList<HistoryLine> historyShown =
      FXCollections.unmodifiableObservableList(history);
  private final ReadOnlyObjectWrapper<@Nullable Action> action = new ReadOnlyObjectWrapper<>();
  private final StringProperty note = new SimpleStringProperty("");
  private final ObjectProperty<LocalDate> date = new SimpleObjectProperty<>();
  private final ObservableList<Instant> times = FXCollections.observableArrayList();
  private final ObservableList<Instant> timesShown =
      FXCollections.unmodifiableObservableList(times);
  private final ObjectProperty<@Nullable Instant> time = new SimpleObjectProperty<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Trouble> refused = new ReadOnlyObjectWrapper<>();

  Details(Session session, Map<UUID, String> questions, Runnable changed) {
    this.session = session;
    this.questions = questions;
    this.changed = changed;
    date.addListener((any, before, now) -> loadTimes());
  }

  /// Returns the words to show.
  public Words words() {
    return session.words();
  }

  /// Returns the booking; null if none is looked at.
  public ReadOnlyObjectProperty<@Nullable Meeting> meetingProperty() {
    return meeting.getReadOnlyProperty();
  }

  /// Returns what can be done to it.
  public ObservableList<Action> possible() {
    return possibleShown;
  }

  /// Returns what was done to it, the latest first.
  public ObservableList<HistoryLine> history() {
    return historyShown;
  }

  /// Returns what the host is about to do; null for nothing.
  public ReadOnlyObjectProperty<@Nullable Action> actionProperty() {
    return action.getReadOnlyProperty();
  }

  /// Returns what the invitee is told of it.
  public StringProperty noteProperty() {
    return note;
  }

  /// Returns the date to move it to.
  public ObjectProperty<LocalDate> dateProperty() {
    return date;
  }

  /// Returns the times of that date to which it can be moved.
  public ObservableList<Instant> times() {
    return timesShown;
  }

  /// Returns the time to move it to; null while none is chosen.
  public ObjectProperty<@Nullable Instant> timeProperty() {
    return time;
  }

  /// Returns whether the server is being asked to do it.
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /// Returns why it was not done; null if it was.
  public ReadOnlyObjectProperty<@Nullable Trouble> refusedProperty() {
    return refused.getReadOnlyProperty();
  }

  /// Looks at a booking.
  ///
  /// @param shown null for none
  public void show(@Nullable Meeting shown) {
    if (shown != null && meeting.get() != null && shown.id().equals(meeting.get().id())) {
      return;
    }
    dismiss();
    note.set("");
    history.clear();
    set(shown);
    refresh();
  }

  /// Reads the booking anew.
  public void refresh() {
    Meeting shown = meeting.get();
    if (shown != null) {
      var _ =
          session
              .work()
              .run(
                  "",
                  job -> session.client().bookings().getBooking(shown.id()),
                  this::showFresh,
                  why -> {});
    }
  }

  /// Begins to do something: what it needs is asked for. What needs nothing is done at once.
  public void begin(Action begun) {
    action.set(begun);
    Meeting shown = meeting.get();
    if (begun == Action.MOVE && shown != null) {
      date.set(words().date(shown.start()));
      loadTimes();
    } else if (begun == Action.CONFIRM) {
      perform();
    }
  }

  /// Does nothing after all. What was typed stays, as long as the same booking is looked at.
  public void dismiss() {
    action.set(null);
    refused.set(null);
    time.set(null);
  }

  /// Does it.
  public void perform() {
    Meeting shown = meeting.get();
    Action begun = action.get();
    Instant start = time.get();
    if (shown == null || begun == null || busy.get() || (begun == Action.MOVE && start == null)) {
      return;
    }
    @Nullable String why = note.get().isBlank() ? null : note.get().strip();
    busy.set(true);
    refused.set(null);
    var _ =
        session
            .work()
            .run(
                words().get("saving"),
                job -> perform(session.client(), shown, begun, why, start),
                this::done,
                trouble -> {
                  busy.set(false);
                  refused.set(trouble);
                  refresh();
                });
  }

  private static ApiBooking perform(
      ApiClient client,
      Meeting shown,
      Action begun,
      @Nullable String why,
      @Nullable Instant start) {
    ReasonRequest reason = new ReasonRequest(why);
    var calls = client.bookings();
    return switch (begun) {
      case CONFIRM -> calls.confirmBooking(shown.id(), reason, shown.version());
      case DECLINE -> calls.declineBooking(shown.id(), reason, shown.version());
      case CANCEL -> calls.cancelBooking(shown.id(), reason, shown.version());
      case NO_SHOW -> calls.markNoShow(shown.id(), reason, shown.version());
      case MOVE ->
          calls.rescheduleBooking(
              shown.id(),
              new RescheduleRequest(Objects.requireNonNull(start), why),
              shown.version());
    };
  }

  private void done(ApiBooking after) {
    busy.set(false);
    note.set("");
    dismiss();
    showFresh(after);
    refresh();
    changed.run();
  }

  private void showFresh(ApiBooking fresh) {
    if (meeting.get() == null || !meeting.get().id().equals(fresh.id())) {
      return;
    }
    set(Meeting.of(fresh, questions));
    if (fresh.history() != null) {
      history.setAll(fresh.history().reversed().stream().map(this::event).toList());
    }
  }

  private void set(@Nullable Meeting shown) {
    meeting.set(shown);
    possible.setAll(shown == null ? List.of() : Action.of(shown, session.now()));
  }

  private HistoryLine event(ApiBooking.ApiHistoryEntry entry) {
    String by =
        switch (entry.actor()) {
          case "invitee" -> meeting.get() == null ? "" : meeting.get().invitee().name();
          case "host" -> entry.by() == null ? words().get("bookings.aHost") : entry.by();
          default -> words().get("bookings.theServer");
        };
    String key = "history." + entry.action();
    String what = words().hasPage(key) ? words().page(key, by) : entry.action() + " · " + by;
    return new HistoryLine(
        what,
        said(entry.at()),
        INSTANTS.matcher(entry.detail()).replaceAll(found -> said(Instant.parse(found.group()))));
  }

  private String said(Instant instant) {
    return words().shortDay(words().date(instant)) + ", " + words().time(instant);
  }

  private void loadTimes() {
    Meeting shown = meeting.get();
    LocalDate day = date.get();
    if (shown == null || day == null || action.get() != Action.MOVE) {
      return;
    }
    times.clear();
    time.set(null);
    SlotsQuery query = new SlotsQuery(day, day, words().zone().getId(), null, null, "start");
    var _ =
        session
            .work()
            .run(
                "",
                job -> session.client().bookings().listBookingSlots(shown.id(), query),
                slots -> {
                  if (day.equals(date.get())) {
                    times.setAll(
                        slots.starts().stream()
                            .map(start -> OffsetDateTime.parse(start).toInstant())
                            .toList());
                  }
                },
                refused::set);
  }
}
