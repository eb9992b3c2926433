package org.meetwright.server.api.challenge;

import io.helidon.webserver.http.ServerRequest;
import org.meetwright.core.challenge.Purpose;
import org.meetwright.server.api.exchange.Authentication;
import org.meetwright.server.api.exchange.ProblemException;
import org.meetwright.server.challenge.Challenges;
import org.meetwright.server.challenge.Verdict;

/// Lets those book and move who have solved a challenge, and hosts.
public record Admission(Challenges challenges, Authentication authentication) {
  /// Lets a request pass.
  ///
  /// @param solution as it was sent; empty if there is none
  /// @throws ProblemException if a solution is asked for and this is none that is good
  public void check(ServerRequest request, String solution, Purpose purpose) {
    if (challenges.on() && !authentication.mayChange(request)) {
      String wrong = complaint(challenges.use(solution, purpose));
      if (!wrong.isEmpty()) {
        throw ProblemException.forbidden(
            Challenges.FIELD,
            wrong + "; get a challenge from GET /api/v1/challenge, and send its solution.");
      }
    }
  }

  private static String complaint(Verdict verdict) {
    return switch (verdict) {
      case FINE -> "";
      case MISSING -> "must be given here";
      case WRONG -> "solves no challenge of this server";
      case EXPIRED -> "came too late, its challenge is good for 20 minutes";
      case USED -> "was used before";
    };
  }
}
