package org.meetwright.core.question;

import java.util.Map;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The answers and the metadata of a booking, as its row holds them.
public final class StoredAnswers {
  /// What was typed as a number comes back to the digit.
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final TypeReference<Map<UUID, JsonNode>> ANSWERS = new TypeReference<>() {};
  private static final TypeReference<Map<String, String>> METADATA = new TypeReference<>() {};

  private StoredAnswers() {}

  /// Returns answers, by question id, or metadata as they are stored.
  public static String json(Map<?, ?> answersOrMetadata) {
    return JSON.writeValueAsString(answersOrMetadata);
  }

  /// Returns the answers that were stored, by question id.
  public static Map<UUID, JsonNode> answers(String json) {
    return JSON.readValue(json, ANSWERS);
  }

  /// Returns the metadata that was stored.
  public static Map<String, String> metadata(String json) {
    return JSON.readValue(json, METADATA);
  }
}
