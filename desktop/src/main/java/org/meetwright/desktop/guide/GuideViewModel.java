package org.meetwright.desktop.guide;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.session.Session;
import org.meetwright.desktop.task.Task;
import org.meetwright.desktop.task.Trouble;
import org.meetwright.desktop.text.Words;
import org.meetwright.server.api.model.eventtype.ApiEventType;
import org.meetwright.server.api.model.eventtype.EventTypeRequest;
import org.meetwright.server.api.model.schedule.ApiSchedule;
import org.meetwright.server.api.model.schedule.ScheduleRequest;
import org.meetwright.server.api.model.slot.ApiSlots;
import org.meetwright.server.api.model.slot.SlotsQuery;
import org.meetwright.server.client.ApiClient;

/// The state of the guide: hours, a first event type, and the link to it.
public final class GuideViewModel {
  private static final int PREVIEW_DAYS = 14;
  private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Session session;
  private final Map<DayOfWeek, BooleanProperty> days = new EnumMap<>(DayOfWeek.class);
  private final ObjectProperty<LocalTime> from = new SimpleObjectProperty<>(LocalTime.of(9, 0));
  private final ObjectProperty<LocalTime> until = new SimpleObjectProperty<>(LocalTime.of(17, 0));
  private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.HOURS);
  private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Preview> preview = new ReadOnlyObjectWrapper<>();
  private Runnable tried = () -> {};

  /// Where the host is.
  public enum Step {
    /// When can you be met?
    HOURS,
    /// What can be booked?
    EVENT_TYPE,
    /// Share it.
    LINK
  }

  /// What invitees see of the event type.
  ///
  /// @param link its address
  /// @param local whether the address is good on this computer only
  /// @param days the first days that have times, with these
  public record Preview(String link, boolean local, String name, String detail, List<Day> days) {
    /// A day with its times.
    public record Day(String day, List<String> times) {}
  }

  /// Creates it.
  public GuideViewModel(Session session) {
    this.session = session;
    for (DayOfWeek day : DayOfWeek.values()) {
      days.put(day, new SimpleBooleanProperty(day.getValue() <= DayOfWeek.FRIDAY.getValue()));
    }
  }

  /// Returns the words to show.
  public Words words() {
    return session.words();
  }

  /// Returns whether a day of the week is open.
  public BooleanProperty openProperty(DayOfWeek day) {
    return Objects.requireNonNull(days.get(day));
  }

  /// Returns from when on the days are open.
  public ObjectProperty<LocalTime> fromProperty() {
    return from;
  }

  /// Returns until when the days are open.
  public ObjectProperty<LocalTime> untilProperty() {
    return until;
  }

  /// Returns where the host is.
  public ReadOnlyObjectProperty<Step> stepProperty() {
    return step.getReadOnlyProperty();
  }

  /// Returns what did not work; null if all did.
  public ReadOnlyObjectProperty<@Nullable Trouble> troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /// Returns whether the server is being asked.
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /// Returns what invitees see; null until the event type is there.
  public ReadOnlyObjectProperty<@Nullable Preview> previewProperty() {
    return preview.getReadOnlyProperty();
  }

  /// Tries once more what did not work.
  public void retry() {
    tried.run();
  }

  /// Goes back to the hours.
  public void backToHours() {
    step.set(Step.HOURS);
  }

  /// Saves the hours.
  public void saveHours() {
    List<ApiSchedule.Weekly> hours = new ArrayList<>();
    days.forEach(
        (day, open) -> {
          if (open.get()) {
            hours.add(
                new ApiSchedule.Weekly(day.name(), from.get().toString(), until.get().toString()));
          }
        });
    attempt(job -> saveHours(session.client(), hours), saved -> step.set(Step.EVENT_TYPE));
  }

  private static ApiSchedule saveHours(ApiClient client, List<ApiSchedule.Weekly> hours) {
    ApiSchedule known =
        client.schedules().listSchedules().stream()
            .filter(ApiSchedule::isDefault)
            .findFirst()
            .orElseThrow();
    return client
        .schedules()
        .replaceSchedule(
            known.id(),
            new ScheduleRequest(
                null,
                known.name(),
                known.timeZone(),
                true,
                hours,
                known.overrides(),
                known.holidays(),
                known.travel()));
  }

  /// Makes the first event type of a template.
  public void create(Template template) {
    EventTypeRequest request =
        EventTypeRequest.of(
            template.slug(), words().get(template.key()), template.minutes(), template.location());
    attempt(job -> create(session.client(), request), this::made);
  }

  private Preview create(ApiClient client, EventTypeRequest request) {
    // An event type of that address may be there already, if an earlier answer was lost.
    ApiEventType made =
        client.eventTypes().listEventTypes().stream()
            .filter(known -> known.slug().equals(request.slug()))
            .findFirst()
            .orElseGet(() -> client.eventTypes().addEventType(request));
    String handle = session.me().handle();
    ApiSlots slots =
        client
            .everybody()
            .listSlots(
                handle,
                made.slug(),
                new SlotsQuery(
                    session.today(),
                    session.today().plusDays(PREVIEW_DAYS),
                    words().zone().getId(),
                    null,
                    null,
                    null));
    return new Preview(
        session.links() + "/" + handle + "/" + made.slug(),
        LOCAL.contains(session.links().getHost()),
        made.name(),
        words().length(Duration.ofMinutes(made.durationMinutes())),
        PreviewDays.of(slots, words()));
  }

  private void made(Preview made) {
    preview.set(made);
    step.set(Step.LINK);
  }

  private <T> void attempt(Task<T> task, Consumer<T> then) {
    if (busy.get()) {
      return;
    }
    tried = () -> attempt(task, then);
    busy.set(true);
    trouble.set(null);
    var _ =
        session
            .work()
            .run(
                words().get("saving"),
                task,
                result -> {
                  busy.set(false);
                  then.accept(result);
                },
                why -> {
                  busy.set(false);
                  trouble.set(why);
                });
  }
}
