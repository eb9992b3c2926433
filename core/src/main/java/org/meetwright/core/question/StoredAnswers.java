package org.meetwright.core.question;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The answers and the metadata of a booking, as its row holds them.
public final class StoredAnswers {
  /// What was typed as a number comes back to the digit.
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final TypeReference<Map<UUID, @Nullable Object>> ANSWERS =
      new TypeReference<>() {};
  private static final TypeReference<Map<String, String>> METADATA = new TypeReference<>() {};

  private StoredAnswers() {}

  /// Returns answers, by question id, as they are stored.
  public static String answersJson(Map<UUID, Answer> answers) {
    return JSON.writeValueAsString(Answer.values(answers));
  }

  /// Returns metadata as it is stored.
  public static String metadataJson(Map<String, String> metadata) {
    return JSON.writeValueAsString(metadata);
  }

  /// Returns the answers that were stored, by question id.
  public static Map<UUID, Answer> answers(String json) {
    return Answer.all(JSON.readValue(json, ANSWERS));
  }

  /// Returns the metadata that was stored.
  public static Map<String, String> metadata(String json) {
    return JSON.readValue(json, METADATA);
  }

  /// Returns a text that is the same for the same answers. Hashes of it are stored: it never
  /// changes.
  public static String hashed(Map<UUID, Answer> answers) {
    SortedMap<UUID, String> texts = new TreeMap<>();
    answers.forEach((id, answer) -> texts.put(id, JSON.writeValueAsString(answer.value())));
    return texts.toString();
  }
}
