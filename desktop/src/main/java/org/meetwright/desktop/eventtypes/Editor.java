package org.meetwright.desktop.eventtypes;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.change.Changes;
import org.meetwright.desktop.change.Month;
import org.meetwright.desktop.form.Form;
import org.meetwright.desktop.session.Session;
import org.meetwright.desktop.task.Refresh;
import org.meetwright.desktop.task.Task;
import org.meetwright.desktop.task.Trouble;
import org.meetwright.desktop.text.Slug;
import org.meetwright.desktop.text.Words;
import org.meetwright.server.api.model.eventtype.ApiEventType;
import org.meetwright.server.api.model.eventtype.EventTypeRequest;

/// The event type that is being changed, or made. What is typed stays, whatever the server says.
public final class Editor {
  private static final String NO_ADDRESS = "preview-of-a-draft";

  private final Session session;
  private final Runnable done;
  private final Form form;
  private final Refresh<EditorPreview> preview;
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Changes> changes = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Month> month = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Trouble> refused = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Choices> choices =
      new ReadOnlyObjectWrapper<>(new Choices(Map.of(), Map.of()));
  private final ReadOnlyObjectWrapper<@Nullable ApiEventType> saved = new ReadOnlyObjectWrapper<>();
  private Map<String, Object> before = Map.of();
  private YearMonth looked;
  private String suggested = "";
  private boolean filling;

  /// What can be chosen besides the words of the API.
  ///
  /// @param schedules names by id
  /// @param teams names by handle
  public record Choices(Map<String, String> schedules, Map<String, String> teams) {}

  Editor(Session session, Runnable done) {
    this.session = session;
    this.done = done;
    this.form = new Form(this::typed);
    this.looked = YearMonth.from(session.today());
    this.preview =
        new Refresh<>(session.work(), "", this::previewing, this::tell, this::previewRefused);
    form.text("name").addListener((any, was, now) -> suggest(now));
  }

  /// Returns the words to show.
  public Words words() {
    return session.words();
  }

  /// Returns what is typed.
  public Form form() {
    return form;
  }

  /// Returns whether an event type is being changed.
  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /// Returns whether something is not saved.
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

  /// Returns the month as invitees would see it; null while nobody knows.
  public ReadOnlyObjectProperty<@Nullable Month> monthProperty() {
    return month.getReadOnlyProperty();
  }

  /// Returns why it was not saved, if no field says it; null otherwise.
  public ReadOnlyObjectProperty<@Nullable Trouble> refusedProperty() {
    return refused.getReadOnlyProperty();
  }

  /// Returns what can be chosen.
  public ReadOnlyObjectProperty<Choices> choicesProperty() {
    return choices.getReadOnlyProperty();
  }

  void choose(Choices fresh) {
    if (!fresh.equals(choices.get())) {
      choices.set(fresh);
    }
  }

  /// Returns the event type as it is; null for a new one.
  ReadOnlyObjectProperty<@Nullable ApiEventType> savedProperty() {
    return saved.getReadOnlyProperty();
  }

  /// Opens an event type.
  void open(ApiEventType type) {
    saved.set(type);
    fill(type);
    begin();
  }

  /// Begins a new one, with the defaults of the API.
  void beginNew() {
    saved.set(null);
    filling = true;
    EventTypeFields.fillNew(form);
    filling = false;
    suggested = "";
    begin();
  }

  private void begin() {
    before = form.state();
    looked = YearMonth.from(session.today());
    refused.set(null);
    month.set(null);
    open.set(true);
    look();
  }

  private void fill(ApiEventType type) {
    filling = true;
    form.forgive();
    EventTypeFields.fill(form, type);
    filling = false;
  }

  /// Hears of the event types as they are now; what is being changed stays.
  void refresh(List<ApiEventType> all) {
    ApiEventType shown = saved.get();
    if (!open.get() || shown == null) {
      return;
    }
    all.stream()
        .filter(type -> type.id().equals(shown.id()) && !type.equals(shown) && !changed.get())
        .findFirst()
        .ifPresent(
            type -> {
              saved.set(type);
              fill(type);
              before = form.state();
              look();
            });
  }

  /// Goes back to the list. What is not saved is given up.
  public void close() {
    open.set(false);
    changed.set(false);
  }

  /// Takes all changes back.
  public void discard() {
    ApiEventType shown = saved.get();
    if (shown == null) {
      close();
    } else {
      fill(shown);
      refused.set(null);
      look();
    }
  }

  /// Shows another month.
  ///
  /// @param months how many later
  public void turn(int months) {
    YearMonth then = looked.plusMonths(months);
    if (!then.isBefore(YearMonth.from(session.today()))) {
      looked = then;
      look();
    }
  }

  /// Saves it.
  public void save() {
    if (busy.get() || !EditorChecks.check(form, words())) {
      return;
    }
    ApiEventType shown = saved.get();
    EventTypeRequest request = EventTypeFields.request(form, shown == null ? null : shown.id());
    busy.set(true);
    refused.set(null);
    var _ =
        session
            .work()
            .run(
                words().get("saving"),
                job ->
                    shown == null
                        ? session.client().eventTypes().addEventType(request)
                        : session.client().eventTypes().replaceEventType(shown.id(), request),
                fresh -> {
                  busy.set(false);
                  saved.set(fresh);
                  fill(fresh);
                  before = form.state();
                  look();
                  done.run();
                },
                why -> {
                  busy.set(false);
                  refuse(why);
                });
  }

  private void refuse(Trouble why) {
    refused.set(EditorChecks.refuse(form, words(), why) ? null : why);
  }

  private void typed() {
    if (!filling) {
      look();
    }
  }

  /// Suggests an address for a new one, as long as the host has typed no other.
  private void suggest(String name) {
    if (!filling && saved.get() == null && form.value("slug").equals(suggested)) {
      suggested = Slug.of(name);
      form.text("slug").set(suggested);
    }
  }

  private void look() {
    changed.set(open.get() && (saved.get() == null || !form.state().equals(before)));
    changes.set(null);
    boolean right = EditorChecks.check(form, words());
    if (!changed.get() || saved.get() != null || !form.value("name").isEmpty()) {
      if (right) {
        preview.ask();
      }
    } else {
      form.forgive();
    }
  }

  private Task<EditorPreview> previewing() {
    ApiEventType shown = saved.get();
    @Nullable ApiEventType told = shown == null || shown.requiresLink() ? null : shown;
    @Nullable UUID id = shown == null ? null : shown.id();
    EventTypeRequest request = EventTypeFields.request(form, id);
    EditorPreview.Draft draft =
        new EditorPreview.Draft(
            shown == null || shown.assignment().team() == null
                ? session.me().handle()
                : Objects.requireNonNull(shown.assignment().team()),
            told,
            request,
            shown == null || told != null
                ? request
                : EventTypeFields.request(form, null, NO_ADDRESS));
    YearMonth then = looked;
    return job -> EditorPreview.of(session.client(), draft, session.today(), then, words());
  }

  private void tell(EditorPreview fresh) {
    refused.set(null);
    changes.set(changed.get() ? fresh.changes() : null);
    month.set(fresh.month());
  }

  private void previewRefused(Trouble why) {
    if (changed.get()) {
      refuse(why);
    }
  }
}
