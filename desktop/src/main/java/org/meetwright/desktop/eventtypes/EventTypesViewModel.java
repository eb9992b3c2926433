package org.meetwright.desktop.eventtypes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.meetwright.desktop.form.Form;
import org.meetwright.desktop.screen.ScreenWork;
import org.meetwright.desktop.session.Session;
import org.meetwright.desktop.task.Task;
import org.meetwright.server.api.model.bookinglink.BookingLinkRequest;
import org.meetwright.server.api.model.eventtype.ApiEventType;
import org.meetwright.server.api.model.eventtype.EventTypeOrder;
import org.meetwright.server.api.model.eventtype.EventTypeRequest;
import org.meetwright.server.api.model.schedule.ApiSchedule;
import org.meetwright.server.api.model.team.ApiTeam;
import org.meetwright.server.client.ApiClient;

/// The state of the list of event types.
public final class EventTypesViewModel {
  private static final int LONGEST_SLUG = 60;

  private final Session session;
  private final ScreenWork<Loaded> work;
  private final Editor editor;
  private final ObservableList<Card> cards = FXCollections.observableArrayList();
  private final ObservableList<Card> cardsShown = FXCollections.unmodifiableObservableList(cards);
  private List<ApiEventType> types = List.of();

  /// What there is.
  public record Loaded(
      List<ApiEventType> types, List<ApiSchedule> schedules, List<ApiTeam> teams) {}

  /// Creates it.
  public EventTypesViewModel(Session session) {
    this.session = session;
    this.work =
        new ScreenWork<>(
            session,
            session.words().get("eventTypes.loading"),
            session.words().get("saving"),
            type -> type.equals("event_type.changed") || type.equals("schedule.changed"),
            EventTypesViewModel::load,
            this::show);
    this.editor = new Editor(session, work::reload);
  }

  private static Loaded load(ApiClient client) {
    return new Loaded(
        client.eventTypes().listEventTypes(),
        client.schedules().listSchedules(),
        client.teams().listTeams());
  }

  /// Returns how it works with the server.
  public ScreenWork<Loaded> work() {
    return work;
  }

  /// Returns the event type that is being changed.
  public Editor editor() {
    return editor;
  }

  /// Returns the event types, in the order of the host's page.
  public ObservableList<Card> cards() {
    return cardsShown;
  }

  private void show(Loaded fresh) {
    types = fresh.types();
    List<Card> now = types.stream().map(this::card).toList();
    if (!cards.equals(now)) {
      cards.setAll(now);
    }
    Map<String, String> schedules = new LinkedHashMap<>();
    fresh.schedules().forEach(one -> schedules.put(one.id().toString(), one.name()));
    Map<String, String> teams = new LinkedHashMap<>();
    fresh.teams().forEach(team -> teams.put(team.handle(), team.name()));
    editor.choose(new Editor.Choices(schedules, teams));
    editor.refresh(types);
  }

  private Card card(ApiEventType type) {
    String handle = Objects.requireNonNullElse(type.assignment().team(), session.me().handle());
    return Card.of(type, session.links() + "/" + handle, session.words());
  }

  private ApiEventType type(UUID id) {
    return types.stream().filter(type -> type.id().equals(id)).findFirst().orElseThrow();
  }

  /// Opens one to change it.
  public void open(UUID id) {
    editor.open(type(id));
  }

  /// Begins a new one.
  public void begin() {
    editor.beginNew();
  }

  /// Makes an address with which one booking can be made.
  public void oneTimeLink(UUID id, Consumer<String> then) {
    attempt(
        job -> session.client().eventTypes().addBookingLink(new BookingLinkRequest(id, null, null)),
        link -> then.accept(Objects.requireNonNullElse(link.url(), "")));
  }

  /// Returns the lines of HTML that show the booking page of an event type on a website.
  public String snippet(Card card) {
    return """
    <a href="%s" data-meetwright="inline">%s</a>
    <script src="%s/embed.js" async></script>
    """
        .formatted(card.link(), escaped(card.name()), session.links());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /// Makes a copy, which is off.
  public void duplicate(UUID id) {
    ApiEventType type = type(id);
    Form copy = new Form(() -> {});
    EventTypeFields.fill(copy, type);
    copy.rows("questions").forEach(question -> question.text("id").set(""));
    copy.text("name").set(session.words().page("type.copyOf", type.name()));
    copy.flag("active").set(false);
    EventTypeRequest request = EventTypeFields.request(copy, null, free(type.slug()));
    attempt(
        job -> session.client().eventTypes().addEventType(request), added -> editor.open(added));
  }

  private String free(String slug) {
    List<String> taken = types.stream().map(ApiEventType::slug).toList();
    String stem = slug.substring(0, Math.min(slug.length(), LONGEST_SLUG - 4));
    int number = 2;
    while (taken.contains(stem + "-" + number)) {
      number++;
    }
    return stem + "-" + number;
  }

  /// Switches one on or off.
  public void switchOn(UUID id, boolean on) {
    Form form = new Form(() -> {});
    EventTypeFields.fill(form, type(id));
    form.flag("active").set(on);
    EventTypeRequest request = EventTypeFields.request(form, id);
    attempt(job -> session.client().eventTypes().replaceEventType(id, request), any -> {});
  }

  /// Moves one up or down in the list.
  ///
  /// @param by how many places down
  public void move(UUID id, int by) {
    List<UUID> order = new ArrayList<>(types.stream().map(ApiEventType::id).toList());
    int from = order.indexOf(id);
    int to = from + by;
    if (to >= 0 && to < order.size()) {
      Collections.swap(order, from, to);
      attempt(
          job -> session.client().eventTypes().orderEventTypes(new EventTypeOrder(order)),
          any -> {});
    }
  }

  /// Deletes the one that is open. Its bookings stay.
  public void deleteOpen() {
    ApiEventType shown = editor.savedProperty().get();
    if (shown != null) {
      attempt(
          job -> {
            session.client().eventTypes().deleteEventType(shown.id());
            return shown;
          },
          any -> editor.close());
    }
  }

  private <T> void attempt(Task<T> task, Consumer<T> then) {
    work.attempts()
        .run(
            task,
            result -> {
              then.accept(result);
              work.reload();
            });
  }
}
