package org.meetwright.desktop.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.session.Session;
import org.meetwright.desktop.task.Refresh;
import org.meetwright.desktop.task.Task;
import org.meetwright.desktop.task.Trouble;
import org.meetwright.desktop.text.Words;
import org.meetwright.server.api.model.busy.BusyTimeRequest;
import org.meetwright.server.api.model.explain.ApiExplanation;

/// An empty time that is looked at: why it can or cannot be booked, as the server explains it; and
/// it can be taken as busy.
public final class Asking {
  private final Session session;
  private final Runnable changed;
  private final Refresh<ApiExplanation> refresh;
  private final ReadOnlyObjectWrapper<@Nullable Time> time = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Map<String, String>> types =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final StringProperty type = new SimpleStringProperty("");
  private final StringProperty summary = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<@Nullable Answer> answer = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Trouble> refused = new ReadOnlyObjectWrapper<>();

  /// What is asked about.
  ///
  /// @param end exclusive
  public record Time(Instant start, Instant end) {}

  /// What the server says.
  ///
  /// @param reasons the codes of all that speaks against it; none if it can be booked
  public record Answer(boolean offered, List<String> reasons) {}

  Asking(Session session, Runnable changed) {
    this.session = session;
    this.changed = changed;
    this.refresh =
        new Refresh<>(
            session.work(),
            "",
            this::task,
            told ->
                answer.set(
                    new Answer(
                        told.offered(),
                        told.reasons().stream().map(ApiExplanation.ApiReason::code).toList())),
            refused::set);
    type.addListener(any -> look());
  }

  /// Returns the words to show.
  public Words words() {
    return session.words();
  }

  /// Returns what is asked about; null if nothing is.
  public ReadOnlyObjectProperty<@Nullable Time> timeProperty() {
    return time.getReadOnlyProperty();
  }

  /// Returns the names of the event types by slug.
  public ReadOnlyObjectProperty<Map<String, String>> typesProperty() {
    return types.getReadOnlyProperty();
  }

  /// Returns which event type is asked about, by its slug.
  public StringProperty typeProperty() {
    return type;
  }

  /// Returns what a busy time is called.
  public StringProperty summaryProperty() {
    return summary;
  }

  /// Returns the answer; null while nobody knows.
  public ReadOnlyObjectProperty<@Nullable Answer> answerProperty() {
    return answer.getReadOnlyProperty();
  }

  /// Returns whether the server is being asked to keep a busy time.
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /// Returns why something was not done; null if it was.
  public ReadOnlyObjectProperty<@Nullable Trouble> refusedProperty() {
    return refused.getReadOnlyProperty();
  }

  void begin(Instant start, Duration length, Map<String, String> known) {
    types.set(known);
    time.set(new Time(start, start.plus(length)));
    if (!known.containsKey(type.get())) {
      type.set(known.keySet().stream().findFirst().orElse(""));
    }
    look();
  }

  /// Asks no more.
  public void dismiss() {
    time.set(null);
    answer.set(null);
    refused.set(null);
  }

  private void look() {
    answer.set(null);
    refused.set(null);
    if (time.get() != null && type.get() != null && !type.get().isEmpty()) {
      refresh.ask();
    }
  }

  private Task<ApiExplanation> task() {
    Time asked = time.get();
    String slug = type.get();
    return job -> {
      if (asked == null) {
        return new ApiExplanation(false, List.of());
      }
      return session.client().bookings().explain(slug, asked.start(), null);
    };
  }

  /// Takes the time as busy.
  public void takeBusy() {
    Time taken = time.get();
    if (taken != null) {
      attempt(
          job ->
              session
                  .client()
                  .schedules()
                  .addBusyTime(
                      new BusyTimeRequest(taken.start(), taken.end(), summary.get().strip())),
          any -> {
            summary.set("");
            dismiss();
          });
    }
  }

  /// Gives a busy time free that was put in by hand.
  public void deleteBusy(UUID id) {
    attempt(
        job -> {
          session.client().schedules().deleteBusyTime(id);
          return id;
        },
        any -> dismiss());
  }

  private <T> void attempt(Task<T> task, Consumer<T> then) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    refused.set(null);
    var _ =
        session
            .work()
            .run(
                words().get("saving"),
                task,
                result -> {
                  busy.set(false);
                  then.accept(result);
                  changed.run();
                },
                why -> {
                  busy.set(false);
                  refused.set(why);
                });
  }
}
