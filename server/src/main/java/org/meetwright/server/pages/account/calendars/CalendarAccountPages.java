package org.meetwright.server.pages.account.calendars;

import io.helidon.http.Status;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.Caller;
import org.meetwright.core.calendar.Calendar;
import org.meetwright.core.calendar.CalendarChoices;
import org.meetwright.core.calendar.CalendarChoices.Choice;
import org.meetwright.core.calendar.CalendarConnection;
import org.meetwright.core.calendar.ConnectionState;
import org.meetwright.core.calendar.account.CalendarConnections;
import org.meetwright.core.calendar.account.CalendarConnections.AskOutcome;
import org.meetwright.core.calendar.account.CalendarConnections.SignInChange;
import org.meetwright.core.calendar.account.WrittenEvents;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.calendar.sync.CalendarSync.SyncOutcome;
import org.meetwright.core.calendar.sync.SyncNow;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.limit.TooManyRequestsException;
import org.meetwright.server.pages.account.request.AccountPlace;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.AccountSection;
import org.meetwright.server.pages.account.request.Cookies.CookiePurpose;
import org.meetwright.server.pages.account.request.Notice;
import org.meetwright.server.pages.account.request.PageRules;
import org.meetwright.server.pages.form.FormBody;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;

/// A connected account: read now, changed, paused, disconnected.
public final class CalendarAccountPages {
  private static final String PATH = CalendarPages.PATH + "/{id}";

  private final Access access;
  private final CalendarConnections connections;
  private final CalendarChoices choices;
  private final SyncNow sync;

  /// Creates the pages.
  public CalendarAccountPages(
      Access access, CalendarConnections connections, CalendarChoices choices, SyncNow sync) {
    this.access = access;
    this.connections = connections;
    this.choices = choices;
    this.sync = sync;
  }

  /// Registers them.
  public void on(PageRules rules) {
    rules
        .get(PATH, this::show)
        .post(PATH, this::change)
        .post(PATH + "/sync", this::sync)
        .post(PATH + "/remove", this::remove);
  }

  private PageAnswer of(
      AccountRequest asked, BiFunction<Caller, CalendarConnection, PageAnswer> answer) {
    return asked.signedIn(
        access,
        asked.id().map(CalendarPages::place).orElse(AccountPlace.of(AccountSection.CALENDARS)),
        caller -> {
          asked.checkForm();
          return asked
              .id()
              .flatMap(id -> connections.find(caller.host().id(), id))
              .map(connection -> answer.apply(caller, connection))
              .orElseGet(PageAnswer::notFound);
        });
  }

  private PageAnswer show(AccountRequest asked) {
    return of(asked, (caller, found) -> page(asked, caller, found, FormBody.EMPTY, Map.of()));
  }

  /// @param typed what was typed that was wrong
  private PageAnswer page(
      AccountRequest asked,
      Caller caller,
      CalendarConnection connection,
      FormBody typed,
      Map<String, String> errors) {
    Status status = errors.isEmpty() ? Status.OK_200 : Status.BAD_REQUEST_400;
    return page(asked, caller, connection, typed, errors, status);
  }

  private PageAnswer page(
      AccountRequest asked,
      Caller caller,
      CalendarConnection connection,
      FormBody typed,
      Map<String, String> errors,
      Status status) {
    List<Calendar> calendars =
        connections.calendars(caller.host().id(), connection.id()).orElse(List.of());
    CalendarAccountView view =
        new CalendarAccountView(
            asked.frame(AccountSection.CALENDARS, connection.name()),
            new AccountRows(asked, caller).row(connection, calendars),
            errors.containsKey("name") ? typed.get("name") : connection.name(),
            typed.get("user"),
            connection.kind() != ProviderKind.ICS,
            connection.follows(),
            connection.state() == ConnectionState.PAUSED,
            errors);
    return new PageAnswer.Page(status, "account/calendar", view, Privacy.FORM);
  }

  private PageAnswer change(AccountRequest asked) {
    return of(
        asked,
        (caller, connection) -> {
          FormBody form = asked.form(CookiePurpose.SESSION);
          return switch (form.get("do")) {
            case "pause", "resume" -> pause(asked, connection, form.get("do").equals("pause"));
            case "signIn" -> signIn(asked, caller, connection, form);
            default -> save(asked, caller, connection, form);
          };
        });
  }

  private PageAnswer pause(AccountRequest asked, CalendarConnection connection, boolean pauses) {
    connections.change(
        connection.hostId(), connection.id(), new CalendarConnections.Change(null, pauses, null));
    return asked.done(
        CalendarPages.place(connection.id()),
        pauses ? Notice.CALENDAR_PAUSED : Notice.CALENDAR_RESUMED);
  }

  private PageAnswer save(
      AccountRequest asked, Caller caller, CalendarConnection connection, FormBody form) {
    UUID hostId = connection.hostId();
    boolean writes = connection.kind() != ProviderKind.ICS;
    try {
      connections.change(
          hostId,
          connection.id(),
          new CalendarConnections.Change(
              form.get("name"), null, writes ? form.get("follows").equals("yes") : null));
    } catch (InvalidValueException wrong) {
      return page(asked, caller, connection, form, wrong("name", "calendar.wrong.line", asked));
    }
    Set<String> tentative = new HashSet<>(form.all("tentative"));
    Set<String> shown = new HashSet<>(form.all("shown"));
    for (Calendar calendar : connections.calendars(hostId, connection.id()).orElse(List.of())) {
      String id = calendar.id().toString();
      if (shown.contains(id) && tentative.contains(id) != calendar.use().tentative()) {
        choices.choose(hostId, calendar.id(), new Choice(null, tentative.contains(id), null));
      }
    }
    return asked.done(CalendarPages.place(connection.id()), Notice.CALENDAR_SAVED);
  }

  private static Map<String, String> wrong(String field, String key, AccountRequest asked) {
    return Map.of(field, asked.words().get(key));
  }

  private PageAnswer signIn(
      AccountRequest asked, Caller caller, CalendarConnection connection, FormBody form) {
    SignInChange change =
        new SignInChange(
            typed(form.get("url").strip()),
            typed(form.get("user").strip()),
            typed(form.get("password")));
    try {
      return switch (connections.signIn(connection.hostId(), connection.id(), change)) {
        case AskOutcome.Answered _ ->
            asked.done(CalendarPages.place(connection.id()), Notice.CALENDAR_SIGNED_IN);
        case AskOutcome.Refused(var why, _) -> {
          String key = ConnectForm.fault(why);
          yield page(asked, caller, connection, form, wrong("password", key, asked));
        }
        case AskOutcome.TooManyTries(var retryAfter) -> {
          String told = ConnectForm.tooOften(retryAfter, asked.words());
          Status status = asked.tooMany(retryAfter);
          yield page(asked, caller, connection, form, Map.of("password", told), status);
        }
        case AskOutcome.NotFound() -> PageAnswer.notFound();
      };
    } catch (InvalidValueException wrong) {
      String key = ConnectForm.wrong(wrong);
      return page(asked, caller, connection, form, wrong(wrong.field(), key, asked));
    }
  }

  private static @Nullable String typed(String text) {
    return text.isEmpty() ? null : text;
  }

  private PageAnswer sync(AccountRequest asked) {
    return of(
        asked,
        (_, connection) -> {
          Notice notice =
              switch (sync.sync(connection.hostId(), connection.id())) {
                case SyncOutcome.Synced _ -> Notice.CALENDAR_SYNCED;
                case SyncOutcome.Failed _ -> Notice.CALENDAR_FAILED;
                case SyncOutcome.NotAsked _ -> Notice.CALENDAR_NOT_ASKED;
                case SyncOutcome.TooManyTries(var retryAfter) ->
                    throw new TooManyRequestsException(retryAfter);
                case SyncOutcome.NotFound() -> Notice.CALENDAR_REMOVED;
              };
          return asked.done(AccountSection.CALENDARS, notice);
        });
  }

  private PageAnswer remove(AccountRequest asked) {
    return of(
        asked,
        (_, connection) -> {
          WrittenEvents events =
              asked.form(CookiePurpose.SESSION).get("keep").equals("yes")
                  ? WrittenEvents.KEEP
                  : WrittenEvents.DELETE;
          connections.remove(connection.hostId(), connection.id(), events);
          return asked.done(AccountSection.CALENDARS, Notice.CALENDAR_REMOVED);
        });
  }
}
