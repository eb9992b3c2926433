package org.meetwright.server.challenge;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.altcha.altcha.Altcha;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Solves challenges, with the library's own solver.
public final class Solver {
  private static final JsonMapper JSON = JsonMapper.shared();

  private Solver() {}

  /// Returns the solution of a challenge, as the widget sends it.
  public static String solve(JsonNode challenge) {
    return sent(solution(challenge));
  }

  /// Returns the solution of a challenge.
  public static ObjectNode solution(JsonNode challenge) {
    try {
      Altcha.Solution found =
          Altcha.solveChallenge(
              challenge.path("challenge").asString(),
              challenge.path("salt").asString(),
              Altcha.Algorithm.SHA256,
              challenge.path("maxnumber").asLong(),
              0);
      ObjectNode solution = JSON.createObjectNode().put("algorithm", "SHA-256");
      solution.put("challenge", challenge.path("challenge").asString());
      solution.put("number", found.number);
      solution.put("salt", challenge.path("salt").asString());
      solution.put("signature", challenge.path("signature").asString());
      return solution.put("took", found.took);
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  /// Returns a solution as the widget sends it.
  public static String sent(JsonNode solution) {
    return Base64.getEncoder()
        .encodeToString(JSON.writeValueAsString(solution).getBytes(StandardCharsets.UTF_8));
  }
}
