package org.meetwright.server.api.challenge;

import io.helidon.webserver.http.ServerRequest;
import org.meetwright.core.challenge.Purpose;
import org.meetwright.core.challenge.Verdict;
import org.meetwright.server.api.exchange.Authentication;
import org.meetwright.server.api.exchange.ProblemException;
import org.meetwright.server.challenge.Challenges;

/// Allows booking and moving to clients that have solved a challenge, and to hosts.
public record Admission(Challenges challenges, Authentication authentication) {
  /// Lets a request pass.
  ///
  /// @param solution as it was sent; empty if there is none
  /// @throws ProblemException if a solution is asked for and this is none that is good
  public void check(ServerRequest request, String solution, Purpose purpose) {
    Verdict verdict = verdict(request, solution, purpose);
    if (verdict != Verdict.FINE) {
      throw refusal(verdict);
    }
  }

  /// Looks at the solution of a request, and uses it up; hosts need none.
  ///
  /// @param solution as it was sent; empty if there is none
  public Verdict verdict(ServerRequest request, String solution, Purpose purpose) {
    return challenges.on() && !authentication.mayChange(request)
        ? challenges.use(solution, purpose)
        : Verdict.FINE;
  }

  /// Returns the problem of a request without a good solution.
  public static ProblemException refusal(Verdict verdict) {
    return ProblemException.forbidden(
        Challenges.FIELD,
        complaint(verdict)
            + "; get a challenge from GET /api/v1/challenge, and send its solution.");
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
