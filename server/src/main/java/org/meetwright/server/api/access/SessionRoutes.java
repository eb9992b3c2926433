package org.meetwright.server.api.access;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.Caller;
import org.meetwright.core.access.brake.Origin;
import org.meetwright.core.access.signin.SignIn;
import org.meetwright.core.access.signin.SignIn.Attempt;
import org.meetwright.core.access.signin.SignInOutcome.CodeRequired;
import org.meetwright.core.access.signin.SignInOutcome.Refused;
import org.meetwright.core.access.signin.SignInOutcome.SignedIn;
import org.meetwright.core.access.signin.SignInOutcome.TooManyTries;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.api.exchange.Authentication;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.exchange.Json;
import org.meetwright.server.api.exchange.Path;
import org.meetwright.server.api.exchange.ProblemException;
import org.meetwright.server.api.exchange.ProblemException.Code;
import org.meetwright.server.api.model.access.ApiNewSession;
import org.meetwright.server.api.model.access.ApiSession;
import org.meetwright.server.api.model.access.SignInRequest;
import org.meetwright.server.net.ClientProgram;

/// Signing in and out, and a host's sessions.
public final class SessionRoutes implements HttpService {
  private final Access access;
  private final SignIn signIn;
  private final Authentication authentication;
  private final Function<ServerRequest, String> clientAddress;

  /// Creates the routes.
  ///
  /// @param clientAddress where a request comes from, an IP address
  public SessionRoutes(
      Access access,
      SignIn signIn,
      Authentication authentication,
      Function<ServerRequest, String> clientAddress) {
    this.access = access;
    this.signIn = signIn;
    this.authentication = authentication;
    this.clientAddress = clientAddress;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .post("/", this::signIn)
        .get("/", this::list)
        .delete("/current", this::signOut)
        .delete("/{id}", this::end);
  }

  private void signIn(ServerRequest request, ServerResponse response) {
    Fields body = Json.body(request).only(SignInRequest.class);
    Attempt attempt =
        new Attempt(
            new EmailAddress(body.text("email")),
            body.secret("password"),
            body.optionalSecret("code").orElse(null),
            Origin.at(clientAddress.apply(request)),
            ClientProgram.named(request.headers().first(HeaderNames.USER_AGENT).orElse("")));
    switch (signIn.signIn(attempt)) {
      case SignedIn in ->
          Json.created(
              response,
              "/api/v1/sessions/current",
              new ApiNewSession(in.session().token(), in.session().expiresAt()));
      case Refused() ->
          throw ProblemException.of(
              Code.UNAUTHORIZED, "E-mail address or password is wrong; try again.");
      case CodeRequired(var _, boolean given) ->
          throw ProblemException.of(
              Code.SECOND_FACTOR_REQUIRED,
              given
                  ? "The code is wrong or was used already; send the next one as code."
                  : "Send a code of your authenticator app, or a recovery code, as code too.");
      case TooManyTries(Duration retryAfter) -> throw tooManyTries(retryAfter);
    }
  }

  private void list(ServerRequest request, ServerResponse response) {
    Caller caller = authentication.session(request);
    List<ApiSession> told =
        access.sessions().list(caller.host().id()).stream()
            .map(session -> AccessTranslation.toApi(session, caller.credential()))
            .toList();
    Json.send(response, new ApiSession.Listing(told));
  }

  private void signOut(ServerRequest request, ServerResponse response) {
    Caller caller = authentication.caller(request);
    if (!caller.session()) {
      throw ProblemException.of(
          Code.NOT_FOUND, "This is an API token, not a session; it can't be signed out.");
    }
    access.sessions().end(caller.host().id(), caller.credential());
    response.status(Status.NO_CONTENT_204).send();
  }

  private void end(ServerRequest request, ServerResponse response) {
    Caller caller = authentication.session(request);
    UUID id = Path.id(request);
    if (!access.sessions().end(caller.host().id(), id)) {
      throw ProblemException.notFound("session", id.toString());
    }
    response.status(Status.NO_CONTENT_204).send();
  }

  /// Returns the problem that too many tries have failed.
  static ProblemException tooManyTries(Duration retryAfter) {
    return ProblemException.tooManyRequests(
        "Too many tries have failed; try again in " + retryAfter.toSeconds() + " seconds.",
        retryAfter);
  }
}
