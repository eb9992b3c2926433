package org.meetwright.server.challenge;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A solution as it was sent; whether it is one has still to be seen.
///
/// @param id of the challenge, as the salt says
/// @param challenge the SHA-256 that was looked for
/// @param salt what was hashed, before the number
/// @param number the number that was found
/// @param signature of the challenge
/// @param expiresAt from when on the challenge is no longer good, as the salt says
record Solution(
    long id, String challenge, String salt, long number, String signature, Instant expiresAt) {
  /// The part of the salt that says until when the challenge is good, in seconds since 1970.
  static final String UNTIL = "until";

  /// Several times as long as one is.
  private static final int MOST_CHARACTERS = 2000;

  /// The sign at the end keeps the number from being taken for a part of the time before it.
  private static final Pattern SALT =
      Pattern.compile("([0-9a-f]{16})\\?" + UNTIL + "=(\\d{1,11})&");

  private static final JsonMapper JSON = JsonMapper.shared();

  /// Reads what the widget sends: a JSON object in base64. Empty if it can be no solution.
  static Optional<Solution> read(String payload) {
    if (payload.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    try {
      return of(JSON.readTree(Base64.getDecoder().decode(payload)));
    } catch (IllegalArgumentException | JacksonException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<Solution> of(JsonNode sent) {
    String salt = sent.path("salt").asString("");
    JsonNode number = sent.path("number");
    Matcher matcher = SALT.matcher(salt);
    if (!matcher.matches() || !number.canConvertToLong()) {
      return Optional.empty();
    }
    return Optional.of(
        new Solution(
            Long.parseUnsignedLong(matcher.group(1), 16),
            sent.path("challenge").asString(""),
            salt,
            number.longValue(),
            sent.path("signature").asString(""),
            Instant.ofEpochSecond(Long.parseLong(matcher.group(2)))));
  }
}
