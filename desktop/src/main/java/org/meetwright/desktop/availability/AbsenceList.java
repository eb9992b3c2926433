package org.meetwright.desktop.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.form.Form;
import org.meetwright.desktop.session.Session;
import org.meetwright.desktop.task.Refresh;
import org.meetwright.desktop.task.Task;
import org.meetwright.desktop.task.Trouble;
import org.meetwright.desktop.text.Words;
import org.meetwright.server.api.model.absence.AbsenceRequest;
import org.meetwright.server.api.model.absence.ApiAbsence;

/// The host's absences, and the form for one.
public final class AbsenceList {
  private final Session session;
  private final Form form = new Form(() -> {});
  private final Refresh<List<ApiAbsence>> refresh;
  private final ObservableList<Absence> all = FXCollections.observableArrayList();
  private final ObservableList<Absence> allShown = FXCollections.unmodifiableObservableList(all);
  private final ObservableList<String> standing = FXCollections.observableArrayList();
  private final ObservableList<String> standingShown =
      FXCollections.unmodifiableObservableList(standing);
  private final ReadOnlyObjectWrapper<@Nullable Trouble> refused = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable UUID> changing = new ReadOnlyObjectWrapper<>();

  /// An absence.
  ///
  /// @param first inclusive, in the host's zone
  /// @param last inclusive
  /// @param when in words
  public record Absence(UUID id, LocalDate first, LocalDate last, String when, String note) {
    /// Returns whether a day is in it, at least in part.
    public boolean has(LocalDate day) {
      return !day.isBefore(first) && !day.isAfter(last);
    }
  }

  AbsenceList(Session session) {
    this.session = session;
    this.refresh =
        new Refresh<>(
            session.work(),
            "",
            () -> job -> session.client().schedules().listAbsences(),
            this::show,
            refused::set);
  }

  /// Returns the words to show.
  public Words words() {
    return session.words();
  }

  /// Returns those that are not over, by their start.
  public ObservableList<Absence> all() {
    return allShown;
  }

  /// Returns the bookings that stand in the one that was saved last, in words.
  public ObservableList<String> standing() {
    return standingShown;
  }

  /// Returns what is typed of one.
  public Form form() {
    return form;
  }

  /// Returns why something was not done, if no field says it; null otherwise.
  public ReadOnlyObjectProperty<@Nullable Trouble> refusedProperty() {
    return refused.getReadOnlyProperty();
  }

  /// Returns whether the server is being asked.
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /// Returns which one is being changed; null for a new one.
  public ReadOnlyObjectProperty<@Nullable UUID> changingProperty() {
    return changing.getReadOnlyProperty();
  }

  void refresh() {
    refresh.ask();
  }

  private void show(List<ApiAbsence> fresh) {
    all.setAll(
        fresh.stream()
            .map(this::absence)
            .filter(one -> !one.last().isBefore(session.today()))
            .sorted((one, other) -> one.first().compareTo(other.first()))
            .toList());
  }

  private Absence absence(ApiAbsence told) {
    if (!told.from().contains("T")) {
      LocalDate first = LocalDate.parse(told.from());
      LocalDate last = LocalDate.parse(told.to());
      String when = words().shortDay(first);
      return new Absence(
          told.id(),
          first,
          last,
          first.equals(last) ? when : when + " – " + words().shortDay(last),
          told.note());
    }
    Instant from = Instant.parse(told.from());
    Instant to = Instant.parse(told.to());
    LocalDate first = words().date(from);
    LocalDate last = words().date(to.minusNanos(1));
    String when =
        first.equals(last)
            ? words().shortDay(first) + ", " + words().span(from, to)
            : words().shortDay(first)
                + ", "
                + words().time(from)
                + " – "
                + words().shortDay(last)
                + ", "
                + words().time(to);
    return new Absence(told.id(), first, last, when, told.note());
  }

  /// Begins a new one.
  public void begin(LocalDate first, LocalDate last) {
    changing.set(null);
    form.forgive();
    form.text("from").set(first.toString());
    form.text("to").set(last.toString());
    for (String field : List.of("fromTime", "toTime", "note", "redirect")) {
      form.text(field).set("");
    }
  }

  /// Begins to change one.
  public void change(Absence one) {
    begin(one.first(), one.last());
    var _ =
        session
            .work()
            .run(
                "",
                job -> session.client().schedules().getAbsence(one.id()),
                told -> {
                  changing.set(told.id());
                  form.text("note").set(told.note());
                  form.text("redirect").set(told.redirectTo() == null ? "" : told.redirectTo());
                  if (told.from().contains("T")) {
                    form.text("fromTime").set(time(told.from()));
                    form.text("toTime").set(time(told.to()));
                  }
                },
                refused::set);
  }

  private String time(String instant) {
    return LocalTime.ofInstant(Instant.parse(instant), words().zone()).toString();
  }

  /// Saves what is typed.
  public void save() {
    form.forgive();
    @Nullable AbsenceRequest request = request();
    if (request == null || busy.get()) {
      return;
    }
    UUID id = changing.get();
    attempt(
        job ->
            id == null
                ? session.client().schedules().addAbsence(request)
                : session.client().schedules().replaceAbsence(id, request),
        made -> {
          LocalDate today = session.today();
          begin(today, today);
          standing.setAll(
              made.bookings() == null
                  ? List.of()
                  : made.bookings().stream()
                      .map(
                          one ->
                              words().shortDay(words().date(one.start()))
                                  + ", "
                                  + words().span(one.start(), one.end())
                                  + " · "
                                  + one.invitee().name())
                      .toList());
        });
  }

  private @Nullable AbsenceRequest request() {
    String from = form.value("from");
    String to = form.value("to");
    if (from.isEmpty() || to.isEmpty() || to.compareTo(from) < 0) {
      form.say("to", words().page("absence.wrong.dates"));
      return null;
    }
    if (!form.value("fromTime").isEmpty() || !form.value("toTime").isEmpty()) {
      try {
        from = instant(from, form.value("fromTime"));
        to = instant(to, form.value("toTime"));
      } catch (DateTimeParseException noTime) {
        form.say("toTime", words().page("absence.wrong.times"));
        return null;
      }
    }
    return new AbsenceRequest(
        changing.get(), from, to, form.value("note"), form.valueOrNull("redirect"), null);
  }

  private String instant(String date, String typed) {
    String time = typed.matches("\\d:\\d\\d") ? "0" + typed : typed;
    return LocalDate.parse(date)
        .atTime(LocalTime.parse(time))
        .atZone(words().zone())
        .toInstant()
        .toString();
  }

  /// Deletes one.
  public void delete(Absence one) {
    attempt(
        job -> {
          session.client().schedules().deleteAbsence(one.id());
          return one;
        },
        any -> {});
  }

  private <T> void attempt(Task<T> task, Consumer<T> then) {
    busy.set(true);
    refused.set(null);
    standing.clear();
    var _ =
        session
            .work()
            .run(
                words().get("saving"),
                task,
                result -> {
                  busy.set(false);
                  then.accept(result);
                  refresh.ask();
                },
                why -> {
                  busy.set(false);
                  refuse(why);
                });
  }

  private void refuse(Trouble why) {
    boolean all = !why.fields().isEmpty();
    for (var one : why.fields().entrySet()) {
      String field = one.getKey().equals("redirectTo") ? "redirect" : one.getKey();
      all &= form.refuse(field, one.getValue());
    }
    refused.set(all ? null : why);
  }
}
