package org.meetwright.server.client;

import java.util.List;
import java.util.UUID;
import org.meetwright.server.api.model.access.ApiEnrolment;
import org.meetwright.server.api.model.access.ApiNewSession;
import org.meetwright.server.api.model.access.ApiRecoveryCodes;
import org.meetwright.server.api.model.access.ApiSecondFactor;
import org.meetwright.server.api.model.access.ApiSession;
import org.meetwright.server.api.model.access.ApiToken;
import org.meetwright.server.api.model.access.CodeRequest;
import org.meetwright.server.api.model.access.PasswordRequest;
import org.meetwright.server.api.model.access.SignInRequest;
import org.meetwright.server.api.model.access.TokenRequest;
import org.meetwright.server.client.call.ApiExchange;
import org.meetwright.server.client.call.Call;

/// Sessions, tokens, the password and the second factor.
public final class AccessCalls {
  private final ApiExchange exchange;

  AccessCalls(ApiExchange exchange) {
    this.exchange = exchange;
  }

  /// Signs in; a client with the token can go on.
  public ApiNewSession signIn(SignInRequest request) {
    return exchange.send(Call.of("POST /api/v1/sessions"), request, ApiNewSession.class);
  }

  /// Returns the sessions of the host.
  public List<ApiSession> listSessions() {
    return exchange.send(Call.of("GET /api/v1/sessions"), ApiSession.Listing.class).sessions();
  }

  /// Ends the session whose token is sent.
  public void signOut() {
    exchange.answer(Call.of("DELETE /api/v1/sessions/current"));
  }

  /// Ends a session.
  public void endSession(UUID id) {
    exchange.answer(Call.of("DELETE /api/v1/sessions/{id}", id));
  }

  /// Returns the API tokens of the host.
  public List<ApiToken> listTokens() {
    return exchange.send(Call.of("GET /api/v1/tokens"), ApiToken.Listing.class).tokens();
  }

  /// Makes an API token.
  public ApiToken addToken(TokenRequest request) {
    return exchange.send(Call.of("POST /api/v1/tokens"), request, ApiToken.class);
  }

  /// Deletes an API token.
  public void deleteToken(UUID id) {
    exchange.answer(Call.of("DELETE /api/v1/tokens/{id}", id));
  }

  /// Changes the password.
  public void changePassword(PasswordRequest request) {
    exchange.answer(Call.of("POST /api/v1/me/password"), request);
  }

  /// Returns whether codes are asked for.
  public ApiSecondFactor getSecondFactor() {
    return exchange.send(Call.of("GET /api/v1/me/totp"), ApiSecondFactor.class);
  }

  /// Begins to set up an authenticator app.
  public ApiEnrolment addSecondFactor() {
    return exchange.send(Call.of("POST /api/v1/me/totp"), ApiEnrolment.class);
  }

  /// Ends setting it up, with a code of the app.
  public ApiRecoveryCodes confirmSecondFactor(CodeRequest request) {
    return exchange.send(Call.of("POST /api/v1/me/totp/confirm"), request, ApiRecoveryCodes.class);
  }

  /// Asks for codes no longer.
  public void deleteSecondFactor(CodeRequest request) {
    exchange.answer(Call.of("DELETE /api/v1/me/totp"), request);
  }
}
