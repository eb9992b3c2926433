package org.meetwright.core.email;

import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The wish to send a mail again, as it is kept in the outbox among the notices that cause mail.
public record Resend(UUID emailId) {
  /// The outbox's kind of all mail.
  public static final String MAIL = "mail";

  private static final JsonMapper JSON = JsonMapper.shared();

  /// Reads a wish from an outbox payload; empty if that is something else.
  public static Optional<Resend> parse(String payload) {
    JsonNode id = JSON.readTree(payload).path("emailId");
    return id.isString()
        ? Optional.of(new Resend(UUID.fromString(id.stringValue())))
        : Optional.empty();
  }

  /// Returns the wish as an outbox payload.
  public String payload() {
    return JSON.writeValueAsString(this);
  }
}
