package org.meetwright.core.eventtype.text;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/// Own texts as they are stored: a JSON object of the places' words, each with an object of
/// languages and texts.
///
/// @param texts by the word of a [TextPlace] and a language tag
public record StoredTexts(Map<String, Map<String, String>> texts) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// Returns texts as they are stored.
  public static String json(OwnTexts own) {
    Map<String, Map<String, String>> texts = new TreeMap<>();
    own.texts().forEach((place, byLanguage) -> texts.put(place.word(), byLanguage));
    return JSON.writeValueAsString(new StoredTexts(texts));
  }

  /// Returns what was stored.
  ///
  /// @param json empty if there are none
  public static OwnTexts parse(String json) {
    if (json.isEmpty()) {
      return OwnTexts.NONE;
    }
    Map<TextPlace, Map<String, String>> texts = new EnumMap<>(TextPlace.class);
    JSON.readValue(json, StoredTexts.class)
        .texts()
        .forEach((place, byLanguage) -> texts.put(TextPlace.of(place), byLanguage));
    return new OwnTexts(texts);
  }
}
