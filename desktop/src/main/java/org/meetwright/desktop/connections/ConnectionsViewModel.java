package org.meetwright.desktop.connections;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.form.Form;
import org.meetwright.desktop.screen.ScreenWork;
import org.meetwright.desktop.session.Session;
import org.meetwright.desktop.task.Trouble;
import org.meetwright.desktop.text.Words;
import org.meetwright.server.api.model.calendar.ApiCalendarAccount;
import org.meetwright.server.api.model.calendar.CalendarAccountRequest;
import org.meetwright.server.api.model.calendar.CalendarChoiceRequest;
import org.meetwright.server.client.ApiClient;

/// The state of the screen of connected calendars.
public final class ConnectionsViewModel {
  private final Session session;
  private final ScreenWork<List<Account>> work;
  private final Form form = new Form(() -> {});
  private final ObservableList<Account> accounts = FXCollections.observableArrayList();
  private final ObservableList<Account> accountsShown =
      FXCollections.unmodifiableObservableList(accounts);
  private final ReadOnlyBooleanWrapper adding = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable UUID> renewing = new ReadOnlyObjectWrapper<>();

  /// Creates it.
  public ConnectionsViewModel(Session session) {
    this.session = session;
    Words words = session.words();
    this.work =
        new ScreenWork<>(
            session,
            words.get("connections.loading"),
            words.page("calendar.connecting"),
            type -> type.startsWith("calendar.") || type.startsWith("problem."),
            client -> load(client, words),
            this::show);
    form.text("kind").set("caldav");
  }

  private static List<Account> load(ApiClient client, Words words) {
    List<Account> all = new ArrayList<>();
    for (ApiCalendarAccount account : client.calendars().listCalendarAccounts()) {
      all.add(Account.of(account, client.calendars().listCalendars(account.id()), words));
    }
    return all;
  }

  private void show(List<Account> fresh) {
    if (!accounts.equals(fresh)) {
      accounts.setAll(fresh);
    }
  }

  /// Returns how it works with the server and the calendar services.
  public ScreenWork<List<Account>> work() {
    return work;
  }

  /// Returns the accounts, the oldest first.
  public ObservableList<Account> accounts() {
    return accountsShown;
  }

  /// Returns what is typed to connect another, or to sign in anew.
  public Form form() {
    return form;
  }

  /// Returns whether another is being connected.
  public ReadOnlyBooleanProperty addingProperty() {
    return adding.getReadOnlyProperty();
  }

  /// Returns the account that is being signed in anew; null if none is.
  public ReadOnlyObjectProperty<@Nullable UUID> renewingProperty() {
    return renewing.getReadOnlyProperty();
  }

  /// Begins to connect another.
  public void begin() {
    work.attempts().forget();
    form.forgive();
    renewing.set(null);
    adding.set(true);
  }

  /// Begins to sign in anew.
  public void renew(Account account) {
    work.attempts().forget();
    form.forgive();
    form.text("password").set("");
    adding.set(false);
    renewing.set(account.id());
  }

  /// Connects nothing, and signs in nowhere. What was typed stays.
  public void dismiss() {
    adding.set(false);
    renewing.set(null);
  }

  /// Connects what is typed.
  public void connect() {
    form.forgive();
    if (form.value("url").isEmpty()) {
      form.say("url", work.words().page("calendar.fault.bad_address"));
      return;
    }
    CalendarAccountRequest request =
        new CalendarAccountRequest(
            form.value("kind"),
            form.value("url"),
            form.valueOrNull("user"),
            form.valueOrNull("password"),
            form.valueOrNull("name"));
    work.attempts()
        .run(
            job -> session.client().calendars().addCalendarAccount(request),
            made -> signedIn(),
            this::refuse);
  }

  /// Signs in anew with what is typed.
  public void signIn() {
    UUID id = renewing.get();
    form.forgive();
    if (id != null) {
      CalendarAccountRequest.Change change =
          new CalendarAccountRequest.Change(
              null,
              null,
              null,
              form.valueOrNull("url"),
              form.valueOrNull("user"),
              form.valueOrNull("password"));
      work.attempts()
          .run(
              job -> session.client().calendars().changeCalendarAccount(id, change),
              made -> signedIn(),
              this::refuse);
    }
  }

  private void signedIn() {
    for (String field : List.of("url", "user", "password", "name")) {
      form.text(field).set("");
    }
    dismiss();
    work.reload();
  }

  /// Says it at its field, with what the calendar service said in the host's language.
  private boolean refuse(Trouble why) {
    return form.refuse(
        why.fields(),
        said ->
            why.subject().isEmpty() ? said : work.words().page("calendar.fault." + why.subject()));
  }

  /// Reads the calendars of an account now.
  public void sync(UUID id) {
    work.run(client -> client.calendars().syncCalendarAccount(id));
  }

  /// Stops reading an account, or goes on.
  public void pause(Account account) {
    change(
        account.id(),
        new CalendarAccountRequest.Change(
            null, !account.state().equals("paused"), null, null, null, null));
  }

  /// Chooses whether meetings follow what the host does with their events.
  public void follow(UUID id, boolean follows) {
    change(id, new CalendarAccountRequest.Change(null, null, follows, null, null, null));
  }

  private void change(UUID id, CalendarAccountRequest.Change change) {
    work.run(client -> client.calendars().changeCalendarAccount(id, change));
  }

  /// Disconnects an account.
  public void delete(UUID id) {
    work.does(client -> client.calendars().deleteCalendarAccount(id, null));
  }

  /// Chooses whether a calendar takes the host's time.
  public void count(UUID account, UUID calendar, boolean busy) {
    choose(account, calendar, new CalendarChoiceRequest(busy, null, null));
  }

  /// Chooses whether its tentative events do.
  public void countTentative(UUID account, UUID calendar, boolean tentative) {
    choose(account, calendar, new CalendarChoiceRequest(null, tentative, null));
  }

  /// Chooses whether a calendar receives the host's meetings; then no other does.
  public void receive(UUID account, UUID calendar, boolean receives) {
    choose(account, calendar, new CalendarChoiceRequest(null, null, receives));
  }

  private void choose(UUID account, UUID calendar, CalendarChoiceRequest choice) {
    work.run(client -> client.calendars().chooseCalendar(account, calendar, choice));
  }
}
