package org.meetwright.desktop.today;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.meetwright.desktop.meeting.Meeting;
import org.meetwright.desktop.session.Session;
import org.meetwright.desktop.task.Trouble;
import org.meetwright.server.api.model.booking.ReasonRequest;
import org.meetwright.server.client.ApiClient;

/// The inbox of requests, of which several are answered at once.
public final class Requests {
  private final Session session;
  private final Runnable changed;
  private final ObservableList<Request> list =
      FXCollections.observableArrayList(request -> new Observable[] {request.chosenProperty()});
  private final ObservableList<Request> listShown = FXCollections.unmodifiableObservableList(list);
  private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final BooleanProperty declining = new SimpleBooleanProperty();
  private final StringProperty note = new SimpleStringProperty("");

  /// An answer to one request.
  private interface Answer {
    void give(ApiClient client, Meeting meeting);
  }

  Requests(Session session, Runnable changed) {
    this.session = session;
    this.changed = changed;
    list.addListener((ListChangeListener<Request>) any -> chosen.set(chosen().size()));
  }

  /// Returns all, by start.
  public ObservableList<Request> list() {
    return listShown;
  }

  /// Returns how many are chosen.
  public ReadOnlyIntegerProperty chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /// Returns whether answers are being given.
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /// Returns whether the host writes why.
  public BooleanProperty decliningProperty() {
    return declining;
  }

  /// Returns what the invitees are told who are declined.
  public StringProperty noteProperty() {
    return note;
  }

  /// Chooses all, or none if all are.
  public void chooseAll() {
    boolean all = chosen.get() < list.size();
    list.forEach(request -> request.chosenProperty().set(all));
  }

  /// Approves what is chosen.
  public void approve() {
    answer(
        (client, meeting) -> {
          var _ =
              client
                  .bookings()
                  .confirmBooking(meeting.id(), new ReasonRequest(null), meeting.version());
        });
  }

  /// Declines what is chosen, with the note.
  public void decline() {
    String why = note.get().strip();
    ReasonRequest reason = new ReasonRequest(why.isEmpty() ? null : why);
    answer(
        (client, meeting) -> {
          var _ = client.bookings().declineBooking(meeting.id(), reason, meeting.version());
        });
  }

  private List<Request> chosen() {
    return list.stream().filter(request -> request.chosenProperty().get()).toList();
  }

  private void answer(Answer answer) {
    List<Meeting> meetings = chosen().stream().map(Request::meeting).toList();
    if (busy.get() || meetings.isEmpty()) {
      return;
    }
    busy.set(true);
    var _ =
        session
            .work()
            .run(
                session.words().get("today.answering"),
                job -> {
                  Map<UUID, Trouble> refused = new LinkedHashMap<>();
                  for (int i = 0; i < meetings.size(); i++) {
                    job.show(i, meetings.size());
                    give(answer, meetings.get(i), refused);
                  }
                  return refused;
                },
                this::answered,
                why -> answered(all(meetings, why)));
  }

  /// Gives an answer. A refusal is told at its request; what concerns all of them ends the task.
  private void give(Answer answer, Meeting meeting, Map<UUID, Trouble> refused) {
    try {
      answer.give(session.client(), meeting);
    } catch (RuntimeException failed) {
      Trouble why = Trouble.of(failed);
      if (why.kind() != Trouble.Cause.REFUSED) {
        throw failed;
      }
      refused.put(meeting.id(), why);
    }
  }

  private static Map<UUID, Trouble> all(List<Meeting> meetings, Trouble why) {
    return meetings.stream().collect(Collectors.toMap(Meeting::id, meeting -> why));
  }

  private void answered(Map<UUID, Trouble> refused) {
    busy.set(false);
    for (Request request : list) {
      Trouble why = refused.get(request.meeting().id());
      request.refused(why == null ? "" : why.say(session.words()));
    }
    if (refused.isEmpty()) {
      declining.set(false);
      note.set("");
    }
    changed.run();
  }

  /// Shows what waits now; what is chosen stays so.
  void show(List<Meeting> waiting) {
    Map<UUID, Request> known =
        list.stream()
            .collect(Collectors.toMap(request -> request.meeting().id(), Function.identity()));
    list.setAll(
        waiting.stream()
            .map(
                meeting -> {
                  Request before = known.get(meeting.id());
                  return before != null && before.meeting().equals(meeting)
                      ? before
                      : fresh(meeting);
                })
            .toList());
  }

  private Request fresh(Meeting meeting) {
    var words = session.words();
    return new Request(
        meeting,
        words.relativeDay(words.date(meeting.start()), session.today())
            + ", "
            + words.span(meeting.start(), meeting.end()));
  }
}
