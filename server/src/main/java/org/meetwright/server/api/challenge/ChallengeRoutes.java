package org.meetwright.server.api.challenge;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import org.altcha.altcha.Altcha.Challenge;
import org.meetwright.server.api.exchange.Json;
import org.meetwright.server.api.exchange.ProblemException;
import org.meetwright.server.api.exchange.ProblemException.Code;
import org.meetwright.server.api.model.challenge.ApiChallenge;
import org.meetwright.server.challenge.Challenges;

/// Giving challenges, which needs no login.
public final class ChallengeRoutes implements HttpService {
  private final Challenges challenges;

  /// Creates the routes.
  public ChallengeRoutes(Challenges challenges) {
    this.challenges = challenges;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/challenge", this::give);
  }

  private static ApiChallenge toApi(Challenge challenge) {
    return new ApiChallenge(
        challenge.algorithm,
        challenge.challenge,
        challenge.maxnumber,
        challenge.salt,
        challenge.signature);
  }

  private void give(ServerRequest request, ServerResponse response) {
    Json.send(
        response,
        challenges
            .next()
            .map(ChallengeRoutes::toApi)
            .orElseThrow(
                () ->
                    ProblemException.of(
                        Code.NOT_FOUND, "No challenge is asked for here; book without one.")));
  }
}
