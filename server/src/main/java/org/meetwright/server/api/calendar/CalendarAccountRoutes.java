package org.meetwright.server.api.calendar;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.CalendarChoices;
import org.meetwright.core.calendar.CalendarChoices.Choice;
import org.meetwright.core.calendar.CalendarChoices.ChooseOutcome;
import org.meetwright.core.calendar.CalendarConnection;
import org.meetwright.core.calendar.account.CalendarConnections;
import org.meetwright.core.calendar.account.CalendarConnections.AddOutcome;
import org.meetwright.core.calendar.account.CalendarConnections.AskOutcome;
import org.meetwright.core.calendar.account.CalendarConnections.NewConnection;
import org.meetwright.core.calendar.account.CalendarConnections.SignInChange;
import org.meetwright.core.calendar.account.WrittenEvents;
import org.meetwright.core.calendar.remote.AccountAccess;
import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.calendar.sync.CalendarSync.SyncOutcome;
import org.meetwright.core.calendar.sync.SyncNow;
import org.meetwright.core.host.Host;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.api.exchange.Authentication;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.exchange.Json;
import org.meetwright.server.api.exchange.ListRoutes;
import org.meetwright.server.api.exchange.Path;
import org.meetwright.server.api.exchange.ProblemException;
import org.meetwright.server.api.exchange.ProblemException.Code;
import org.meetwright.server.api.exchange.Query;
import org.meetwright.server.api.model.calendar.ApiCalendar;
import org.meetwright.server.api.model.calendar.ApiCalendarAccount;
import org.meetwright.server.api.model.calendar.CalendarAccountRequest;
import org.meetwright.server.api.model.calendar.CalendarChoiceRequest;

/// A host's calendar accounts, and which of their calendars are used for what.
public final class CalendarAccountRoutes extends ListRoutes<ApiCalendarAccount> {
  private static final String KIND = "calendar account";

  private final CalendarConnections connections;
  private final CalendarChoices choices;
  private final SyncNow sync;
  private final Authentication authentication;

  /// Creates the routes.
  public CalendarAccountRoutes(
      CalendarConnections connections,
      CalendarChoices choices,
      SyncNow sync,
      Authentication authentication) {
    super(authentication, new Naming<>(KIND, "calendar-accounts", ApiCalendarAccount.Listing::new));
    this.connections = connections;
    this.choices = choices;
    this.sync = sync;
    this.authentication = authentication;
  }

  @Override
  public void routing(HttpRules rules) {
    super.routing(rules);
    rules
        .get("/{id}", this::show)
        .patch("/{id}", this::change)
        .post("/{id}/sync", this::sync)
        .get("/{id}/calendars", this::calendars)
        .patch("/{id}/calendars/{calendar}", this::choose);
  }

  @Override
  protected List<ApiCalendarAccount> list(Host host, Query query) {
    return connections.list(host.id()).stream().map(CalendarTranslation::toApi).toList();
  }

  @Override
  protected ApiCalendarAccount add(Host host, Fields body) {
    body.only(CalendarAccountRequest.class);
    ProviderKind kind = ProviderKind.of(body.text("kind"));
    AccountAccess access =
        new AccountAccess(
            body.secret("url"), body.text("user", ""), body.optionalSecret("password").orElse(""));
    NewConnection wanted = new NewConnection(kind, body.text("name", ""), access);
    return switch (connections.add(host.id(), wanted)) {
      case AddOutcome.Added(var connection, _) -> CalendarTranslation.toApi(connection);
      case AddOutcome.Refused(var why, var message) -> throw refused(why, message);
      case AddOutcome.TooManyTries(var retryAfter) -> throw tooOften(retryAfter);
      case AddOutcome.TooMany(int most) ->
          throw ProblemException.of(
              Code.NOT_POSSIBLE,
              "You have " + most + " calendar accounts; remove one that you don't need.");
    };
  }

  /// What a service refuses is in what was typed, as far as its host can do anything about it.
  private static ProblemException refused(FaultCode why, String message) {
    InvalidValueException wrong =
        why.kind() == RemoteFault.FaultKind.SIGN_IN
            ? new InvalidValueException("password", "was refused: " + message)
            : new InvalidValueException("url", "could not be used: " + message);
    return ProblemException.invalid(wrong, why.word());
  }

  static ProblemException tooOften(Duration retryAfter) {
    Duration whole = retryAfter.plusSeconds(1);
    return ProblemException.tooManyRequests(
        "The calendar service was asked too often at your request. It was not asked now; try again"
            + " in "
            + whole.toSeconds()
            + " seconds.",
        whole);
  }

  @Override
  protected boolean delete(Host host, UUID id) {
    return connections.remove(host.id(), id, WrittenEvents.DELETE);
  }

  @Override
  protected boolean delete(Host host, UUID id, Query query) {
    WrittenEvents events =
        query.optional("events").map(WrittenEvents::of).orElse(WrittenEvents.DELETE);
    return connections.remove(host.id(), id, events);
  }

  private static ProblemException missing(UUID id) {
    return ProblemException.notFound(KIND, id.toString());
  }

  private void show(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    UUID id = Path.id(request);
    CalendarConnection found = connections.find(host.id(), id).orElseThrow(() -> missing(id));
    Json.send(response, CalendarTranslation.toApi(found));
  }

  /// What its service has to accept comes first: if it does not, nothing is changed.
  private void change(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    UUID id = Path.id(request);
    if (connections.find(host.id(), id).isEmpty()) {
      throw missing(id);
    }
    Fields body = Json.body(request).only(CalendarAccountRequest.Change.class);
    String name = body.optionalText("name").orElse(null);
    SignInChange signIn =
        new SignInChange(
            body.optionalSecret("url").orElse(null),
            body.optionalText("user").orElse(null),
            body.optionalSecret("password").orElse(null));
    CalendarConnections.Change change =
        new CalendarConnections.Change(
            name, optionalYesNo(body, "paused"), optionalYesNo(body, "follows"));
    if (!signIn.isNone()) {
      signIn(host, id, signIn);
    }
    Json.send(
        response,
        CalendarTranslation.toApi(
            connections.change(host.id(), id, change).orElseThrow(() -> missing(id))));
  }

  private void signIn(Host host, UUID id, SignInChange change) {
    switch (connections.signIn(host.id(), id, change)) {
      case AskOutcome.Answered _ -> {
        // It is good; the next answer tells the account.
      }
      case AskOutcome.Refused(var why, var message) -> throw refused(why, message);
      case AskOutcome.TooManyTries(var retryAfter) -> throw tooOften(retryAfter);
      case AskOutcome.NotFound() -> throw missing(id);
    }
  }

  private static @Nullable Boolean optionalYesNo(Fields body, String name) {
    return body.has(name) ? body.yesNo(name, false) : null;
  }

  private void sync(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    UUID id = Path.id(request);
    Json.body(request).only();
    CalendarConnection synced =
        switch (sync.sync(host.id(), id)) {
          case SyncOutcome.Synced(var connection, _) -> connection;
          case SyncOutcome.Failed(var connection, _, _) -> connection;
          case SyncOutcome.NotAsked(var connection) -> throw notAsked(connection);
          case SyncOutcome.TooManyTries(var retryAfter) -> throw tooOften(retryAfter);
          case SyncOutcome.NotFound() -> throw missing(id);
        };
    Json.send(response, CalendarTranslation.toApi(synced));
  }

  private static ProblemException notAsked(CalendarConnection connection) {
    return ProblemException.of(
        Code.NOT_POSSIBLE,
        switch (connection.state()) {
          case REAUTH -> "Its service refuses the password; change the account's password first.";
          case PAUSED, ACTIVE -> "The account is paused; change paused to false first.";
          case REMOVING -> "The account is being disconnected; it is read no more.";
        });
  }

  private void calendars(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    UUID id = Path.id(request);
    Json.send(
        response,
        new ApiCalendar.Listing(
            CalendarTranslation.toApi(
                connections.calendars(host.id(), id).orElseThrow(() -> missing(id)))));
  }

  private void choose(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    UUID id = Path.id(request);
    UUID calendar = Path.id(request, "calendar");
    if (choices.find(host.id(), calendar).filter(c -> c.connectionId().equals(id)).isEmpty()) {
      throw ProblemException.notFound("calendar", calendar.toString());
    }
    Fields body = Json.body(request).only(CalendarChoiceRequest.class);
    Choice choice =
        new Choice(
            optionalYesNo(body, "busy"),
            optionalYesNo(body, "tentative"),
            optionalYesNo(body, "receives"));
    switch (choices.choose(host.id(), calendar, choice)) {
      case ChooseOutcome.Chosen(var chosen) ->
          Json.send(response, CalendarTranslation.toApi(chosen));
      case ChooseOutcome.ReadOnly _ ->
          throw ProblemException.of(
              Code.NOT_POSSIBLE,
              "This calendar can only be read, so no meetings can be written into it; choose one"
                  + " with mayWrite.");
      case ChooseOutcome.NotFound() ->
          throw ProblemException.notFound("calendar", calendar.toString());
    }
  }
}
