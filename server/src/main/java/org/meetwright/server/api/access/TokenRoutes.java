package org.meetwright.server.api.access;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.ApiTokens;
import org.meetwright.core.access.ApiTokens.Created;
import org.meetwright.core.access.ApiTokens.NewToken;
import org.meetwright.core.access.Caller;
import org.meetwright.core.access.Scope;
import org.meetwright.core.host.Host;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.api.exchange.Authentication;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.exchange.Json;
import org.meetwright.server.api.exchange.Path;
import org.meetwright.server.api.exchange.ProblemException;
import org.meetwright.server.api.exchange.ProblemException.Code;
import org.meetwright.server.api.model.access.ApiToken;
import org.meetwright.server.api.model.access.TokenRequest;

/// A host's API tokens.
public final class TokenRoutes implements HttpService {
  private final ApiTokens tokens;
  private final Authentication authentication;

  /// Creates the routes.
  public TokenRoutes(ApiTokens tokens, Authentication authentication) {
    this.tokens = tokens;
    this.authentication = authentication;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/", this::list).post("/", this::create).delete("/{id}", this::revoke);
  }

  private void list(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    List<ApiToken> told =
        tokens.list(host.id()).stream().map(token -> AccessTranslation.toApi(token, null)).toList();
    Json.send(response, new ApiToken.Listing(told));
  }

  private void create(ServerRequest request, ServerResponse response) {
    Caller caller = authentication.caller(request);
    Fields body = Json.body(request).only(TokenRequest.class);
    Instant expiresAt = body.optionalInstant("expiresAt").orElse(null);
    NewToken order = new NewToken(body.text("name"), scopes(body), expiresAt);
    refuseToOutlast(caller, expiresAt);
    Created created = tokens.create(caller, order);
    Json.created(
        response,
        "/api/v1/tokens/" + created.token().id(),
        AccessTranslation.toApi(created.token(), created.secret()));
  }

  private static Set<Scope> scopes(Fields body) {
    return body.has("scopes") ? Set.copyOf(body.texts("scopes", Scope::of)) : Scope.ALL;
  }

  /// Otherwise someone with a token that expires could make one that never does.
  private static void refuseToOutlast(Caller caller, @Nullable Instant expiresAt) {
    Instant last = caller.expiresAt();
    if (!caller.session() && last != null && (expiresAt == null || expiresAt.isAfter(last))) {
      throw new InvalidValueException(
          "expiresAt",
          "must be no later than that of the token that asks, "
              + last
              + "; sign in to make one"
              + " that lasts longer");
    }
  }

  private void revoke(ServerRequest request, ServerResponse response) {
    Caller caller = authentication.caller(request);
    UUID id = Path.id(request);
    if (!caller.session() && !tokens.isOf(caller, id) && has(caller.host(), id)) {
      throw ProblemException.of(
          Code.FORBIDDEN,
          "An API token can delete itself and those that it made, not "
              + id
              + "; sign in to delete others.");
    }
    if (!tokens.revoke(caller.host().id(), id)) {
      throw ProblemException.notFound("token", id.toString());
    }
    response.status(Status.NO_CONTENT_204).send();
  }

  private boolean has(Host host, UUID id) {
    return tokens.list(host.id()).stream().anyMatch(token -> token.id().equals(id));
  }
}
